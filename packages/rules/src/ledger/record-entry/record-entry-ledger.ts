import { binOf } from '../../kpi/durations.ts'
import { type Instant, laterOf, millisOf } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { type Entry, earlierTold, withEntry } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { earliest, endedLimit, oneThing } from '../timing.ts'
import type { RecordBecameVisibleData, RecordEntryFactData } from './facts.ts'

export interface DueRecord {
  readonly at: Instant
  readonly policyVersion: string
}

/** A record and when managers could see it first. */
export interface VisibleRecord extends Entry, Pick<RecordBecameVisibleData, 'recordedAt' | 'personId' | 'teamId'> {}

export interface RecordEntryLedger {
  readonly due: DueRecord | null
  readonly enteredAt: Instant | null
  readonly noLongerDueAt: Instant | null
  /** By time. */
  readonly visible: readonly VisibleRecord[]
}

const isRecordEntryFact = factGuard<RecordEntryFactData>({
  RecordFellDue: true,
  RecordEntered: true,
  RecordNoLongerDue: true,
  RecordBecameVisible: true,
})

function recordRecordEntry(state: RecordEntryLedger, fact: Fact): RecordEntryLedger {
  if (!isRecordEntryFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'RecordFellDue':
      return { ...state, due: earlierTold(state.due, { at, policyVersion }) }
    case 'RecordEntered':
      return { ...state, enteredAt: earliest(state.enteredAt, at) }
    case 'RecordNoLongerDue':
      return { ...state, noLongerDueAt: earliest(state.noLongerDueAt, at) }
    case 'RecordBecameVisible': {
      const { recordId, recordedAt, visibleAt, personId, teamId } = fact.data
      const told = { id: recordId, at: visibleAt, recordedAt, personId, teamId }
      return { ...state, visible: withEntry(state.visible, told) }
    }
  }
}

/** CUS-6: from the contact or sale until it is entered; who enters it beforehand owes nothing. */
function recordEntryTimers(entry: RecordEntryLedger, reckoning: Reckoning): readonly Timer[] {
  const { due, enteredAt, noLongerDueAt } = entry
  if (due === null) return []
  const { at: startedAt, policyVersion } = due
  const limit = { key: 'record.entry', item: '', rule: 'CUS-6', startedAt, dueAt: null, policyVersion } as const
  return [endedLimit(limit, enteredAt === null ? null : laterOf(startedAt, enteredAt), noLongerDueAt, reckoning)]
}

/**
 * KPI-32: from when a record was made until managers could see it (OPS-3), in the period in which it was made. How long
 * entering took is no part of this: the sale or contact measures that when its record is there.
 */
function recordEntryMeasurements({ visible }: RecordEntryLedger): readonly Measurement[] {
  return visible.map(({ id, at, recordedAt, personId, teamId }) => {
    // A clock that runs ahead of another may see a record before it was made: it was visible at once.
    const latency = Math.max(0, millisOf(at) - millisOf(recordedAt))
    const seen = oneThing('KPI-32', 'visible', at, responsibleScopes(personId, teamId))
    return { ...seen, item: id, countsAt: recordedAt, achievedAt: at, bin: binOf(latency) }
  })
}

/** Limit CUS-6; measures how soon records are visible for KPI-32. */
export const recordEntryLedger: Ledger<RecordEntryLedger> = {
  shape: 2,
  initial: { due: null, enteredAt: null, noLongerDueAt: null, visible: [] },
  record: recordRecordEntry,
  timers: recordEntryTimers,
  measurements: recordEntryMeasurements,
}
