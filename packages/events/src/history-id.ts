import { createHash } from 'node:crypto'

/** Namespace of ids that are derived from another system's keys; chosen once, never changed. */
const NAMESPACE = Buffer.from('6f1d6a0c7e1b5d0f9a5c2b7f3a9f4e10', 'hex')

/**
 * The id of a record that came from another system: a UUID version 5 (RFC 9562) over system, kind and key. The same
 * record gets the same id however often, and from wherever, it is imported; that is why an import can be repeated.
 */
export function historyId(system: string, kind: string, key: string): string {
  const name = JSON.stringify([system, kind, key])
  const digest = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
