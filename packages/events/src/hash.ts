import { createHash } from 'node:crypto'
import type { StoredEvent } from './envelope.ts'

/** What the first event of a stream names as its previous hash. */
export const GENESIS_HASH = '0'.repeat(64)

/**
 * JSON with object members sorted by code unit and without white space (the JSON Canonicalization Scheme of RFC 8785,
 * for values that contain no fractions: the contract allows only integers and text).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256, hexadecimal, over the canonical form of a value: the same for what says the same. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** The digest of the event without its own hash. */
export function hashOfEvent(event: Omit<StoredEvent, 'hash'>): string {
  const { id, type, schemaVersion, stream, version, occurredAt, recordedAt, actor } = event
  const { correlationId, causationId, traceparent, policyVersion, backdatedBecause, data, previousHash } = event
  const hashed = {
    id,
    type,
    schemaVersion,
    stream,
    version,
    occurredAt,
    recordedAt,
    actor,
    correlationId,
    causationId,
    traceparent,
    policyVersion,
    backdatedBecause,
    data,
    previousHash,
  }
  return digestOf(hashed)
}
