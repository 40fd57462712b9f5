import { GENESIS_HASH, type StoredEvent } from '@afterline/events'
import { type Fact, type Ledger, laterOf, ledgerOf, type PolicyBook, reckoningOf } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { china, patient, VERSION } from '../../../rules/src/deadlines/deadline-fixture.ts'
import { drawn, draws, historiesByCategory } from '../../../rules/src/ledger/any-history-fixture.ts'
import { hour } from '../../../rules/src/ledger/fixtures.ts'
import type { StreamPlace, TimerDocument } from './documents.ts'
import { measurementDocumentsOf } from './measurement-documents.ts'
import { booksOf, ledgerAfter, ledgerSteps } from './stream-books.ts'
import { type StoredTimers, timersAfter } from './timer-fold.ts'

const STREAM = 'complaint-1'
const placeOf = (category: string): StreamPlace => ({ category, stream: STREAM, collection: 'things' })

/** LookUp as the store appends them: numbered, and known in the order in which they were told. */
function eventsOf(facts: readonly Fact[]): readonly StoredEvent[] {
  const events: StoredEvent[] = []
  for (const { type, occurredAt, recordedAt, policyVersion, data } of facts) {
    const version = events.length + 1
    const known = laterOf(recordedAt, events.at(-1)?.recordedAt ?? recordedAt)
    const envelope = { actor: { id: 'a', role: 'SYSTEM' }, correlationId: 'c', causationId: null, traceparent: null }
    const chain = { previousHash: GENESIS_HASH, hash: GENESIS_HASH, backdatedBecause: null }
    const told = { type, schemaVersion: 1, occurredAt, recordedAt: known, policyVersion, data }
    events.push({ id: `e${version}`, stream: STREAM, version, ...envelope, ...chain, ...told })
  }
  return events
}

/** The same facts with announcements among them, each of a limit that was there then. */
function withAnnouncements(
  ledger: Ledger<unknown>,
  policies: PolicyBook,
  facts: readonly Fact[],
  from: Iterator<number>,
) {
  const told: Fact[] = []
  let state = ledger.initial
  for (const one of facts) {
    told.push(one)
    state = ledger.record(state, one)
    const timers = ledger.timers(state, reckoningOf(policies))
    const timer = timers[drawn(from) % (timers.length + 1)]
    if (timer === undefined) continue
    const { key, item, startedAt } = timer
    const data = { key, item, startedAt, announcement: drawn(from) % 2 === 0 ? 'WARNING' : 'BREACH' }
    told.push({ ...one, type: 'DeadlineAnnounced', data })
  }
  return told
}

/** What a database gives back: the same values, and no member that was undefined. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** The books as they are kept while events come in parts, with everything stored in between. */
function keptInParts(policies: PolicyBook, place: StreamPlace, events: readonly StoredEvent[], from: Iterator<number>) {
  const ledger = ledgerOf(place.category)
  if (ledger === null) throw new Error(`${place.category} has no ledger`)
  const reckoning = reckoningOf(policies)
  let state: unknown = null
  let timers: StoredTimers = new Map()
  for (let left = events; left.length > 0; ) {
    const size = 1 + (drawn(from) % left.length)
    const { steps, after } = ledgerSteps(ledger, state, left.slice(0, size), reckoning)
    const known = steps.reduce((documents, step) => timersAfter(policies, place, documents, step), timers)
    timers = new Map(stored([...known]))
    state = stored(after)
    left = left.slice(size)
  }
  return { timers, measurements: stored(measurementDocumentsOf(place.stream, ledger.measurements(state, reckoning))) }
}

const byId = (documents: Iterable<{ readonly _id: string }>) =>
  [...documents].toSorted((a, b) => (a._id < b._id ? -1 : 1))

describe.each([
  ['as shipped', china],
  ['of a company where limits wait', patient],
])('the books of any stream under the policy %s', (_, policies) => {
  it.each(Object.entries(historiesByCategory))(
    'are the same kept up in parts and made anew (%s)',
    (category, histories) => {
      const place = placeOf(category)
      const ledger = ledgerOf(category)
      if (ledger === null) throw new Error(`${category} has no ledger`)
      const law = fc.property(histories, draws, ({ facts }, from) => {
        const events = eventsOf(withAnnouncements(ledger, policies, facts, from))
        const kept = keptInParts(policies, place, events, from)
        const anew = stored(booksOf(policies, place, events))
        expect(byId(anew.timers)).toEqual(byId(kept.timers.values()))
        expect(byId(anew.measurements)).toEqual(byId(kept.measurements))
      })
      fc.assert(law, { numRuns: 100 })
    },
  )
})

/** A fact that became known when it happened. */
const fact = (type: string, hours: number, data: unknown): Fact => ({
  ...{ type, occurredAt: hour(hours), recordedAt: hour(hours), policyVersion: VERSION, data },
})

describe('the books of a complaint', () => {
  const of = { customerId: 'c', productId: null, lotId: null }
  const received = fact('ComplaintReceived', 0, { ...of, complaintClass: 'QUALITY' })
  const announced = (announcement: string, startedAt = hour(0)) =>
    fact('DeadlineAnnounced', 3, { key: 'complaint.verify', item: '', announcement, startedAt })
  const timersOf = (...facts: readonly Fact[]): ReadonlyMap<string, TimerDocument> => {
    const { timers } = booksOf(china, placeOf('complaint'), eventsOf(facts))
    return new Map(timers.map((timer) => [timer.key, timer]))
  }

  it('say when its limits have to be announced next (CMP-2)', () => {
    const [untold, warned, breached] = [[], ['WARNING'], ['WARNING', 'BREACH']].map((told) =>
      timersOf(received, ...told.map((one) => announced(one))).get('complaint.verify'),
    )
    expect(untold).toMatchObject({ announced: [], announceAt: hour(1.5), dueAt: hour(2) })
    expect(warned).toMatchObject({ announced: ['WARNING'], announceAt: hour(2) })
    expect(breached).toMatchObject({ announced: ['WARNING', 'BREACH'], announceAt: null })
  })

  it('owe no warning of a limit that was past due when it became known', () => {
    const late = { ...received, recordedAt: hour(2.5) }
    expect(timersOf(late).get('complaint.verify')).toMatchObject({ announced: ['WARNING'], announceAt: hour(2) })
  })

  it('take an announcement for one of a limit that began when it says, and for no other', () => {
    const told = timersOf(received, announced('BREACH', hour(-5)))
    expect(told.get('complaint.verify')).toMatchObject({ announced: [] })
  })

  it('are empty where the category has no ledger', () => {
    expect(booksOf(china, placeOf('lot'), eventsOf([received]))).toEqual({ timers: [], measurements: [] })
  })
})

describe('a ledger', () => {
  it('passes over facts that it does not know, and keeps the very same state', () => {
    const ledger = ledgerOf('complaint')
    const [event] = eventsOf([fact('SomethingElse', 0, {})])
    if (!ledger || !event) throw new Error('there is a ledger of complaints')
    expect(ledgerAfter(ledger, ledger.initial, event)).toBe(ledger.initial)
  })
})
