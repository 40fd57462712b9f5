import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
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
/** The PEM itself, once it is known to hold a certificate. */
export const certificateFile = fileOf(certificatePem, 'must name a PEM file with a certificate')
/** The same of a file that holds the certificate's private key, too. */
export const certificateWithKeyFile = fileOf((content) => {
  if (!new X509Certificate(content).checkPrivateKey(createPrivateKey(content))) throw new TypeError('strangers')
  return content.toString('utf8')
}, 'must name a PEM file with a certificate and its private key')
/** Who vouches for servers: a file of certificates, or whom this Node trusts anyway; then `pem` is `null`. */
export const authorities = z.union(
  [
    z.literal('well-known').transform(() => ({ pem: null })),
    fileOf((content) => ({ pem: certificatePem(content) }), 'has none'),
  ],
  'must name a PEM file with certificates, or be `well-known`',
)
/** A secret that is a text, such as a password; blanks around it are none of it. */
export const secretFile = fileOf((content) => content.toString('utf8').trim(), 'must name a file that can be read')

function certificatePem(content: Buffer): string {
  // Throws where there is none; the text may hold a chain of them.
  new X509Certificate(content)
  return content.toString('utf8')
}

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
