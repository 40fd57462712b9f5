import { china, shipped, VERSION } from '../deadlines/deadline-fixture.ts'
import {
  evaluateTimer,
  type Fact,
  type Instant,
  type KpiId,
  type Ledger,
  type Measurement,
  type PolicyBook,
  parseLocalDate,
  parsePolicies,
  parseTimeZone,
  periodOfDays,
  plusMillis,
  type RetentionSettings,
  reckoningOf,
  retentionRules,
  scorecardOf,
  type Timer,
} from '../index.ts'
import { companyFile } from '../policy/fixtures.ts'

/* Histories under the policy as shipped, told by the clock on a wall in Shanghai and seen through the public API. */

export const SHANGHAI = parseTimeZone('Asia/Shanghai')

/** The first moment that no longer meets a limit. */
export const justAfter = (instant: Instant): Instant => plusMillis(instant, 1)
export const justBefore = (instant: Instant): Instant => plusMillis(instant, -1)

/** Makes facts of a category, each recorded as it happens. A fact of which only the moment is read needs no data. */
export function factsOf<DataByType>() {
  return <Type extends keyof DataByType & string>(
    type: Type,
    at: Instant,
    data?: DataByType[Type],
    policyVersion = VERSION,
  ): Fact => ({ type, occurredAt: at, recordedAt: at, policyVersion, data: data ?? {} })
}

/** What a ledger makes of one stream. */
export interface Stream {
  readonly timers: readonly Timer[]
  readonly measurements: readonly Measurement[]
}

export function streamOf<State>(ledger: Ledger<State>, facts: readonly Fact[], book: PolicyBook = china): Stream {
  const reckoning = reckoningOf(book)
  const state = facts.reduce(ledger.record, ledger.initial)
  return { timers: ledger.timers(state, reckoning), measurements: ledger.measurements(state, reckoning) }
}

/** The status and the due instant of every limit of a stream, by key. */
export function limitsOf({ timers }: Stream, now: Instant, book: PolicyBook = china) {
  return Object.fromEntries(
    timers.map((timer) => {
      const { key, status, dueAt } = evaluateTimer(book, timer, now)
      return [key, [status, dueAt] as const]
    }),
  )
}

const year2026 = periodOfDays(parseLocalDate('2026-01-01'), parseLocalDate('2027-01-01'), SHANGHAI)

/** Numerator, denominator and pending of a figure of the company over 2026, seen from an instant; `null` for no row. */
export function figureOf(
  { measurements }: Pick<Stream, 'measurements'>,
  [kpi, part]: readonly [KpiId, string | null],
  asOf: Instant,
): readonly [number, number, number] | null {
  const rows = scorecardOf(measurements, { ...year2026, scope: 'company', asOf })
  const row = rows.find((one) => one.id === kpi && one.part === part)
  return row === undefined ? null : [row.numerator, row.denominator, row.pending]
}

/** A customer's complaint. */
export const complaintData = (complaintClass: 'UNCLASSIFIED' | 'QUALITY' | 'OTHER' = 'UNCLASSIFIED') => ({
  customerId: 'c',
  productId: null,
  lotId: null,
  complaintClass,
})

/** The shipped policy with a calendar of the company's own for 2026: the same hours on some days of the week, in YAML. */
export function bookWithCalendar(
  days: readonly string[],
  hours: readonly string[],
  exceptions: readonly string[] = [],
): PolicyBook {
  const open = `[${hours.map((interval) => `'${interval}'`).join(', ')}]`
  const lines = [
    'tenant: { zone: Asia/Shanghai, calendar: own }',
    'calendars:',
    "  - { id: own, version: '1', zone: Asia/Shanghai, coverage: { from: '2026-01-01', to: '2026-12-31' },",
    `      weekly: { ${days.map((day) => `${day}: ${open}`).join(', ')} },`,
    `      exceptions: [${exceptions.join(', ')}] }`,
  ]
  return parsePolicies([...shipped, companyFile('calendars', VERSION, lines.join('\n'))])
}

export const mondayToFriday = ['MON', 'TUE', 'WED', 'THU', 'FRI']
export const everyDay = [...mondayToFriday, 'SAT', 'SUN']

/** How long the shipped policy keeps records. */
export const shippedRetention: RetentionSettings = {
  rules: retentionRules({
    yearsAfterExpiry: china.setting('retention.yearsAfterExpiry', VERSION),
    yearsWithoutExpiry: china.setting('retention.yearsWithoutExpiry', VERSION),
  }),
}

/** Goods that expire on 31 December 2026, so that every year of keeping begins with 1 January 2027. */
export const goodsUntil2026 = {
  isImplant: false,
  soldOn: parseLocalDate('2026-03-02'),
  expiresOn: parseLocalDate('2026-12-31'),
  serviceLifeEndsOn: null,
} as const
