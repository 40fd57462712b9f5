import { createHash } from 'node:crypto'
import { type Category, categories } from '@afterline/events'

/** Crockford's alphabet: no letter that is taken for a digit or another letter when it is read out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 10
const BITS_A_LETTER = 5

/**
 * A number that people can read out, beside the id: it follows from the id, and is told in two groups of five letters.
 * @example recordNumberOf('order', '0190…') is like 'ORD-7K3MQ-2XP9A'
 */
export function recordNumberOf(category: Category, id: string): string {
  const digest = createHash('sha256').update(`${category}/${id}`).digest()
  let bits = BigInt(`0x${digest.subarray(0, 8).toString('hex')}`) >> BigInt(64 - LETTERS * BITS_A_LETTER)
  let letters = ''
  for (let index = 0; index < LETTERS; index += 1) {
    letters = `${ALPHABET[Number(bits & 31n)] ?? ''}${letters}`
    bits >>= BigInt(BITS_A_LETTER)
  }
  return `${categories[category].prefix}-${letters.slice(0, 5)}-${letters.slice(5)}`
}
