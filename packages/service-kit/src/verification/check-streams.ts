import { GENESIS_HASH, hashOfEvent, type StoredEvent } from '@afterline/events'
import type { Connection } from 'mongoose'
import { eventsOf, storedEventOf } from '../store/collections.ts'
import type { FindingCollector } from './findings.ts'

export interface StreamCounts {
  readonly streams: number
  readonly events: number
}

/** Walks every stream from its first event: versions without gaps, each event's hash, and the chain between them. */
export async function checkStreams(
  connection: Connection,
  findings: FindingCollector,
  onEvent: (event: StoredEvent) => void,
): Promise<StreamCounts> {
  const cursor = eventsOf(connection)
    .find({}, { readConcern: 'majority' })
    .sort({ stream: 1, version: 1 })
    .batchSize(1_000)
  let streams = 0
  let events = 0
  let previous: StoredEvent | null = null
  for await (const document of cursor) {
    const event = storedEventOf(document)
    const before: StoredEvent | null = previous?.stream === event.stream ? previous : null
    if (!before) streams += 1
    checkEvent(event, before, findings)
    events += 1
    onEvent(event)
    previous = event
  }
  return { streams, events }
}

function checkEvent(event: StoredEvent, before: StoredEvent | null, findings: FindingCollector): void {
  const { stream, version, previousHash, hash } = event
  // Behind a gap the link cannot fit; to say so again would only blur what is wrong.
  if (version !== (before?.version ?? 0) + 1) findings.report('VERSION_GAP', { stream, version })
  else if (previousHash !== (before?.hash ?? GENESIS_HASH)) findings.report('PREVIOUS_HASH', { stream, version })
  if (hashOfEvent(event) !== hash) findings.report('HASH', { stream, version })
}
