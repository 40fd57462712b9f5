import { type Instant, laterOf, plusMillis } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { type Entry, earlierTold, withEntry } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import type { Stretch } from '../stretches.ts'
import { earliest, endedLimit, oneThing } from '../timing.ts'
import { type ActivityMark, activeStretches } from './active-stretches.ts'
import type { CustomerFileFactData, CustomerFileOpenedData } from './facts.ts'

export interface OpenedFile extends CustomerFileOpenedData {
  readonly at: Instant
  readonly policyVersion: string
}

/** An update, or a confirmation that there was nothing to update; its id is its instant. */
export interface FileUpdate extends Entry {
  readonly policyVersion: string
}

export interface CustomerFileLedger {
  readonly opened: OpenedFile | null
  /** By time. */
  readonly updates: readonly FileUpdate[]
  readonly activity: readonly ActivityMark[]
  readonly closedAt: Instant | null
}

const isCustomerFileFact = factGuard<CustomerFileFactData>({
  CustomerFileOpened: true,
  CustomerFileUpdated: true,
  CustomerFileConfirmed: true,
  CustomerBecameActive: true,
  CustomerBecameInactive: true,
  CustomerFileClosed: true,
})

function recordCustomerFile(state: CustomerFileLedger, fact: Fact): CustomerFileLedger {
  if (!isCustomerFileFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'CustomerFileOpened': {
      const { customerId, salespersonId, teamId } = fact.data
      return { ...state, opened: earlierTold(state.opened, { at, policyVersion, customerId, salespersonId, teamId }) }
    }
    case 'CustomerFileUpdated':
    case 'CustomerFileConfirmed':
      return { ...state, updates: withEntry(state.updates, { id: at, at, policyVersion }) }
    case 'CustomerBecameActive':
      return { ...state, activity: [...state.activity, { at, isActive: true }] }
    case 'CustomerBecameInactive':
      return { ...state, activity: [...state.activity, { at, isActive: false }] }
    case 'CustomerFileClosed':
      return { ...state, closedAt: earliest(state.closedAt, at) }
  }
}

/** From an update to the next one; the opening is the first. */
interface UpdateInterval extends Stretch {
  readonly policyVersion: string
}

function updateIntervals(opened: OpenedFile, updates: readonly FileUpdate[]): readonly UpdateInterval[] {
  const all = [opened, ...updates.filter(({ at }) => opened.at < at)]
  return all.map(({ at, policyVersion }, index) => ({ since: at, until: all[index + 1]?.at ?? null, policyVersion }))
}

/**
 * CUS-7: after each update the next one is due; it stops the limit and begins another. The limit applies while the party
 * is active (C34). Where a party becomes active again, its limit runs from the last update as ever: the file that is
 * needed now is as old as it is.
 */
function customerFileTimers(file: CustomerFileLedger, reckoning: Reckoning): readonly Timer[] {
  const { opened, updates } = file
  if (opened === null) return []
  const active = activeStretches({ ...file, openedAt: opened.at })
  return updateIntervals(opened, updates).flatMap((interval) => {
    const last = active.findLast((stretch) => overlapOf(stretch, interval) !== null)
    if (last === undefined) return []
    return [endedLimit({ ...limitOf(interval), item: interval.since }, interval.until, last.until, reckoning)]
  })
}

function limitOf({ since, policyVersion }: UpdateInterval) {
  return { key: 'file.update', rule: 'CUS-7', startedAt: since, dueAt: null, policyVersion } as const
}

/**
 * KPI-29: of the active files, those whose last update is within the limit, as a state: one for each update and each
 * stretch of activity. A file that has gone stale stays in the denominator.
 */
function customerFileMeasurements(file: CustomerFileLedger, reckoning: Reckoning): readonly Measurement[] {
  const { opened, updates } = file
  if (opened === null) return []
  const scopes = [`customer:${opened.customerId}`, ...responsibleScopes(opened.salespersonId, opened.teamId)]
  const active = activeStretches({ ...file, openedAt: opened.at })
  return updateIntervals(opened, updates).flatMap((interval) =>
    active.flatMap((stretch): readonly Measurement[] => {
      const state = overlapOf(stretch, interval)
      if (state === null) return []
      // The due instant is the last moment at which the file is fresh.
      const lostAt = plusMillis(reckoning.dueAtOf(limitOf(interval)), 1)
      const { since, until } = state
      const thing = oneThing('KPI-29', null, since, scopes)
      return [{ ...thing, item: since, countsAt: null, achievedAt: since, lostAt, until }]
    }),
  )
}

/** What two stretches have in common; `null` for nothing. */
function overlapOf(a: Stretch, b: Stretch): Stretch | null {
  const since = laterOf(a.since, b.since)
  const until = earliest(a.until, b.until)
  return until !== null && until <= since ? null : { since, until }
}

/** Limit CUS-7; measures KPI-29. */
export const customerFileLedger: Ledger<CustomerFileLedger> = {
  shape: 2,
  initial: { opened: null, updates: [], activity: [], closedAt: null },
  record: recordCustomerFile,
  timers: customerFileTimers,
  measurements: customerFileMeasurements,
}
