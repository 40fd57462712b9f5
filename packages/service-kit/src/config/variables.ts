import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseTimeZone } from '@afterline/rules'
import { z } from 'zod'
import { MOST_SHARDS } from '../store/slots.ts'

/** Building blocks of the configuration schemas: each refuses with a sentence that follows the variable's name. */

export const port = z.coerce.number().int().min(1).max(65_535)

export const shardCount = z.coerce.number().int().min(1).max(MOST_SHARDS)

export const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' })

export const commaSeparated = z
  .string()
  .transform((text) => text.split(',').map((member) => member.trim()))
  .refine((members) => members.every((member) => member !== ''), 'must be a comma-separated list')

export const key32 = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

export const timeZone = z.string().transform((name, context) => {
  try {
    return parseTimeZone(name)
  } catch {
    context.addIssue('must be an IANA time zone')
    return z.NEVER
  }
})

export const privateKeyFile = keyFile((pem) => createPrivateKey(pem), 'must name a PEM file with a private key')
export const publicKeyFile = keyFile((pem) => createPublicKey(pem), 'must name a PEM file with a public key')

function keyFile(read: (pem: Buffer) => KeyObject, problem: string) {
  return z.string().transform((path, context) => {
    try {
      return read(readFileSync(path))
    } catch {
      context.addIssue(problem)
      return z.NEVER
    }
  })
}
