import type { StoredEvent } from '@afterline/events'
import { type Ledger, ledgerOf, type Measurement, type PolicyBook, reckoningOf } from '@afterline/rules'

/** Streams folded by the rules alone, as events come from a topic or a restored database. */
export interface Streams {
  readonly record: (event: StoredEvent) => void
  readonly eventsRead: () => number
  readonly measurements: (policies: PolicyBook) => Generator<Measurement>
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

  function* measurements(policies: PolicyBook): Generator<Measurement> {
    const reckoning = reckoningOf(policies)
    for (const { ledger, state } of ledgers.values()) yield* ledger.measurements(state, reckoning)
  }

  return { record, eventsRead: () => eventsRead, measurements }
}
