import { createPrivateKey, createPublicKey } from 'node:crypto'
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

export const privateKeyFile = fileOf((pem) => createPrivateKey(pem), 'must name a PEM file with a private key')
export const publicKeyFile = fileOf((pem) => createPublicKey(pem), 'must name a PEM file with a public key')
/** A secret that is a text, such as a password; blanks around it are none of it. */
export const secretFile = fileOf((content) => content.toString('utf8').trim(), 'must name a file that can be read')

function fileOf<Value>(read: (content: Buffer) => Value, problem: string) {
  return z.string().transform((path, context) => {
    try {
      return read(readFileSync(path))
    } catch {
      context.addIssue(problem)
      return z.NEVER
    }
  })
}
