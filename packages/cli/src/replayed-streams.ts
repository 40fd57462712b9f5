import { type IdentifiedMeasurement, identified, type StoredEvent } from '@afterline/events'
import { type Ledger, ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'

/** Streams folded by the rules alone, as events come from a topic or a restored database. */
export interface Streams {
  readonly record: (event: StoredEvent) => void
  readonly eventsRead: () => number
  readonly measurements: (policies: PolicyBook) => Generator<IdentifiedMeasurement>
}

/** One ledger per stream, folded as the events come. What the relay published twice is recognised by its version. */
export function createStreams(): Streams {
  const versions = new Map<string, number>()
  const ledgers = new Map<string, { readonly ledger: Ledger<unknown>; state: unknown }>()
  let eventsRead = 0

  function record(event: StoredEvent): void {
    const known = versions.get(event.stream) ?? 0
    if (event.version <= known) return
    if (event.version !== known + 1) throw new Error(`${event.stream} jumps from version ${known} to ${event.version}`)
    versions.set(event.stream, event.version)
    eventsRead += 1
    const ledger = ledgerOf(event.stream.slice(0, event.stream.indexOf('-')))
    if (!ledger) return
    const entry = ledgers.getOrInsert(event.stream, { ledger, state: ledger.initial })
    entry.state = ledger.record(entry.state, event)
  }

  function* measurements(policies: PolicyBook): Generator<IdentifiedMeasurement> {
    const reckoning = reckoningOf(policies)
    for (const [stream, { ledger, state }] of ledgers) {
      for (const measurement of ledger.measurements(state, reckoning)) yield identified(stream, measurement)
    }
  }

  return { record, eventsRead: () => eventsRead, measurements }
}
