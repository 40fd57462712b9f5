/** Every way in which history can contradict itself, with what it means. */
export const findingCodes = {
  VERSION_GAP: 'A version of the stream is missing before this one.',
  PREVIOUS_HASH: 'The event does not name the hash of the event before it.',
  HASH: 'The event is not what was hashed when it was stored: at least one byte was changed.',
  SEAL_MISSING: 'A seal is missing: numbers have no gaps.',
  SEAL_LINK: 'The seal does not name the digest of the seal before it.',
  SEAL_SIGNATURE: 'The seal is not signed by a known key: it was changed or forged.',
  SEAL_ROOT: 'The Merkle root over the stored events is not the one that was sealed.',
  SEALED_EVENT_MISSING: 'An event that was sealed is not in the event store any more.',
  SEALED_EVENT_CHANGED: 'An event is not the one that was sealed, although its own chain may agree with it.',
  SEALED_TWICE: 'An event is in two seals.',
  UNSEALED: 'An event is neither sealed nor waiting in the outbox: it was written past the store.',
  OUTBOX_EVENT_MISSING: 'The outbox names an event that is not in the event store.',
  ANCHOR_MISSING: 'A published seal has no anchor on the topic.',
  ANCHOR_DIFFERENT: 'The anchor on the topic states something else than the seal.',
  ANCHOR_WITHOUT_SEAL: 'An anchor was published for a seal that is not stored any more.',
  ANCHOR_SIGNATURE: 'A message on the anchors topic is not an anchor signed by a known key.',
} as const

export type FindingCode = keyof typeof findingCodes

/** One contradiction, with what it concerns as far as that can be told. */
export interface IntegrityFinding {
  readonly code: FindingCode
  readonly message: string
  readonly stream?: string
  readonly version?: number
  readonly seal?: number
}

type Place = Omit<IntegrityFinding, 'code' | 'message'>

/** Collects findings; keeps the first so many and counts the rest, so that memory stays bounded whatever is wrong. */
export interface FindingCollector {
  report(code: FindingCode, place: Place): void
  readonly kept: readonly IntegrityFinding[]
  readonly total: number
}

export function createFindingCollector(limit: number): FindingCollector {
  const kept: IntegrityFinding[] = []
  let total = 0
  return {
    report(code, place) {
      total += 1
      if (kept.length < limit) kept.push({ code, message: findingCodes[code], ...place })
    },
    kept,
    get total() {
      return total
    },
  }
}
