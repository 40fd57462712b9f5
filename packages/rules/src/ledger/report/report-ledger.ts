import type { Instant } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { earlierTold } from '../entries.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { onTimeShareOf } from '../timing.ts'
import type { ReportExpectedData, ReportFactData, ReportKind } from './facts.ts'

export interface ExpectedReport extends ReportExpectedData {
  readonly at: Instant
  readonly policyVersion: string
}

export interface ReportLedger {
  readonly expected: ExpectedReport | null
  readonly submittedAt: readonly Instant[]
}

const isReportFact = factGuard<ReportFactData>({ ReportExpected: true, ReportSubmitted: true })

function recordReport(state: ReportLedger, fact: Fact): ReportLedger {
  if (!isReportFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'ReportExpected': {
      const { personId, teamId, kind, period } = fact.data
      return { ...state, expected: earlierTold(state.expected, { at, policyVersion, personId, teamId, kind, period }) }
    }
    case 'ReportSubmitted':
      return { ...state, submittedAt: [...state.submittedAt, at] }
  }
}

/** Under which limit a report of a kind stands, and which part of KPI-31 it is. */
const limits = {
  DAILY: { key: 'report.daily', rule: 'RPT-1', part: 'daily' },
  WEEKLY: { key: 'report.weekly', rule: 'RPT-2', part: 'weekly' },
} as const satisfies Record<ReportKind, Pick<Timer, 'key' | 'rule'> & { readonly part: string }>

/** RPT-1, RPT-2: from the beginning of day or week to the first submission. What came before reports on another time. */
function reportTimers({ expected, submittedAt }: ReportLedger): readonly Timer[] {
  if (expected === null) return []
  const { at: startedAt, policyVersion, kind, period } = expected
  const { key, rule } = limits[kind]
  const [stoppedAt = null] = submittedAt.filter((at) => startedAt <= at).toSorted()
  return [{ key, item: period, rule, startedAt, stoppedAt, voidedAt: null, dueAt: null, policyVersion }]
}

/** KPI-31: on time of expected, by kind, in the period that is reported on. */
function reportMeasurements(report: ReportLedger, reckoning: Reckoning): readonly Measurement[] {
  if (report.expected === null) return []
  const { personId, teamId, kind } = report.expected
  const counted = { kpi: 'KPI-31', part: limits[kind].part, scopes: responsibleScopes(personId, teamId) } as const
  return reportTimers(report).map((timer) => onTimeShareOf(timer, reckoning, counted))
}

/** Limits RPT-1 and RPT-2; measures KPI-31. */
export const reportLedger: Ledger<ReportLedger> = {
  shape: 1,
  initial: { expected: null, submittedAt: [] },
  record: recordReport,
  timers: reportTimers,
  measurements: reportMeasurements,
}
