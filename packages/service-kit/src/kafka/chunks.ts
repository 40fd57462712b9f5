import type { OutgoingMessage } from './kafka-port.ts'

/** Below the 1 MiB that brokers accept by default, with room for the framing of a batch. */
export const CHUNK_BYTES = 900_000
/** Length prefixes, timestamps and offsets of one record; generous. */
const RECORD_OVERHEAD = 100

/** Cuts messages, in their order, into runs that fit one request. A message that is too large alone is a run of its own. */
export function chunksOf(
  messages: readonly OutgoingMessage[],
  limit = CHUNK_BYTES,
): readonly (readonly OutgoingMessage[])[] {
  const chunks: OutgoingMessage[][] = []
  let room = 0
  for (const message of messages) {
    const size = sizeOf(message)
    const chunk = chunks.at(-1)
    if (chunk && size <= room) {
      chunk.push(message)
      room -= size
    } else {
      chunks.push([message])
      room = limit - size
    }
  }
  return chunks
}

export function sizeOf({ key, value, headers }: OutgoingMessage): number {
  const headerBytes = Object.entries(headers).reduce((sum, [name, text]) => sum + bytes(name) + bytes(text), 0)
  return bytes(key) + bytes(value) + headerBytes + RECORD_OVERHEAD
}

function bytes(text: string): number {
  return Buffer.byteLength(text)
}
