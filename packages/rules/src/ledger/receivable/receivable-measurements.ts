import { earlierOf, type Instant, laterOf, plusMillis } from '../../primitives/instant.ts'
import { endOfDay, plusDays, startOfDay } from '../../primitives/local-date.ts'
import type { Measurement } from '../ledger.ts'
import { saleScopes } from '../sale-scopes.ts'
import { type Stretch, stretchesFrom } from '../stretches.ts'
import type { IssuedInvoice, ReceivableLedger, Settlement } from './receivable-state.ts'

export function receivableMeasurements(receivable: ReceivableLedger): readonly Measurement[] {
  const { issued } = receivable
  if (issued === null) return []
  return [...collection(receivable, issued), ...overdue(receivable, issued)]
}

/** What an invoice asks for and what has come in, in minor units. */
interface Balance {
  readonly received: number
  readonly outstanding: number
}

/**
 * What holds with everything that happened up to an instant. More than was asked for is an advance on something else:
 * received of this invoice is at most its amount less its credit notes.
 */
function balanceAt({ payments, creditNotes }: ReceivableLedger, { amount }: IssuedInvoice, at: Instant): Balance {
  const settledBy = (settlements: readonly Settlement[]) =>
    settlements
      .filter((settlement) => settlement.at <= at && settlement.amount.currency === amount.currency)
      .reduce((sum, settlement) => sum + settlement.amount.minor, 0)
  const asked = Math.max(0, amount.minor - settledBy(creditNotes))
  const received = Math.min(settledBy(payments), asked)
  return { received, outstanding: asked - received }
}

/** The instants at which the balance may change, none before the invoice. */
function changesOf({ payments, creditNotes }: ReceivableLedger, issued: IssuedInvoice): readonly Instant[] {
  return [issued.at, ...[...payments, ...creditNotes].map(({ at }) => laterOf(at, issued.at))]
}

/**
 * KPI-12: received by the due date of what was due, in the period of the due date (FIN-5). What came in counts at once,
 * the rest is pending until it is due. A credit note lowers what is due if it was issued by then; afterwards it lowers
 * only what is overdue, because a published month does not change.
 */
function collection(receivable: ReceivableLedger, issued: IssuedInvoice): readonly Measurement[] {
  // The due day's last moment still meets the limit.
  const dueAt = plusMillis(endOfDay(issued.dueOn, issued.zone), -1)
  const changes = changesOf(receivable, issued).filter((at) => at === issued.at || at <= dueAt)
  const coveredAt = changesOf(receivable, issued)
    .toSorted()
    .find((at) => balanceAt(receivable, issued, at).outstanding === 0)
  return stretchesFrom(changes).flatMap(({ since, until }) => {
    const { received, outstanding } = balanceAt(receivable, issued, earlierOf(since, dueAt))
    const state = { ...amountOf(issued), since, countsAt: dueAt, until }
    const inTime = { ...state, part: null, item: `received/${since}`, dueAt: null, achievedAt: since }
    const open = { ...state, part: null, item: `open/${since}`, dueAt, achievedAt: coveredAt ?? null }
    return [
      ...(received === 0 ? [] : [{ ...inTime, numerator: received, denominator: received }]),
      ...(outstanding === 0 ? [] : [{ ...open, numerator: outstanding, denominator: outstanding }]),
    ]
  })
}

/** The days after the due date that make each age; the last one has no end. What is due is not overdue on the due day. */
const ages = [
  { part: 'overdue.0-30', fromDay: 1, toDay: 30 },
  { part: 'overdue.31-60', fromDay: 31, toDay: 60 },
  { part: 'overdue.61-90', fromDay: 61, toDay: 90 },
  { part: 'overdue.91-', fromDay: 91, toDay: null },
] as const

/**
 * KPI-12: what is overdue by age, seen from the instant of evaluation whatever the period (FIN-5). Ages are calendar days
 * of the invoice's zone, as a day is not always 24 hours. Each stretch of one balance is a state of every age that falls
 * into it: at the end of an age the amount is lost, as no fact tells of it, and with the next balance it is replaced.
 */
function overdue(receivable: ReceivableLedger, issued: IssuedInvoice): readonly Measurement[] {
  const beginOf = (day: number) => startOfDay(plusDays(issued.dueOn, day), issued.zone)
  const agesInTime = ages.map(({ part, fromDay, toDay }) => {
    return { part, since: beginOf(fromDay), until: toDay === null ? null : beginOf(toDay + 1) }
  })
  return stretchesFrom(changesOf(receivable, issued)).flatMap((stretch) => {
    const { outstanding } = balanceAt(receivable, issued, stretch.since)
    if (outstanding === 0) return []
    return agesInTime.flatMap(({ part, ...age }) =>
      agedState(stretch, age).map((state) => ({ ...amountOf(issued), ...state, part, numerator: outstanding })),
    )
  })
}

/** None where the balance had changed before the age began, or came after its end. */
function agedState(balance: Stretch, age: Stretch) {
  const since = laterOf(balance.since, age.since)
  if ([balance.until, age.until].some((until) => until !== null && until <= since)) return []
  const state = { item: since, since, countsAt: null, dueAt: null, achievedAt: since, denominator: 0 }
  return [{ ...state, lostAt: age.until, until: balance.until }]
}

function amountOf(issued: IssuedInvoice): Pick<Measurement, 'kpi' | 'currency' | 'scopes'> {
  return { kpi: 'KPI-12', currency: issued.amount.currency, scopes: saleScopes(issued) }
}
