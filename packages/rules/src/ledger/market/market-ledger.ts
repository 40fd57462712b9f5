import type { Instant } from '../../primitives/instant.ts'
import { startOfDay } from '../../primitives/local-date.ts'
import { type Entry, withEntry } from '../entries.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { type Stretch, stretchesFrom } from '../stretches.ts'
import { anAmount } from '../timing.ts'
import { isMarketFact, type MarketAmountRecordedData } from './facts.ts'

/** A market amount that names a dated source. */
export interface MarketRecord
  extends Entry,
    Pick<MarketAmountRecordedData, 'segment' | 'periodFrom' | 'zone' | 'amount'> {}

export interface MarketLedger {
  readonly records: readonly MarketRecord[]
  /** Under the id of the record. */
  readonly withdrawals: readonly Entry[]
}

function recordMarket(state: MarketLedger, fact: Fact): MarketLedger {
  if (!isMarketFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'MarketAmountRecorded': {
      const { recordId, segment, periodFrom, zone, amount, sourceId, sourceDatedOn } = fact.data
      // A share of an amount that nobody can look up is no figure: KPI-5 asks for a dated source.
      if (sourceId === null || sourceDatedOn === null) return state
      const told = { id: recordId, at, segment, periodFrom, zone, amount }
      return { ...state, records: withEntry(state.records, told) }
    }
    case 'MarketAmountWithdrawn':
      return { ...state, withdrawals: withEntry(state.withdrawals, { id: fact.data.recordId, at }) }
  }
}

/**
 * KPI-5: the denominators, at the beginning of the period that the source speaks of; orders bring the own amount. A year's
 * amount is not divided into months, which would invent figures: a share is asked for over the period of its source.
 */
function marketMeasurements({ records, withdrawals }: MarketLedger): readonly Measurement[] {
  const withdrawnAt = new Map(withdrawals.map(({ id, at }) => [id, at]))
  const rivals = Map.groupBy(records, ({ segment, periodFrom, amount }) =>
    JSON.stringify([segment, periodFrom, amount.currency]),
  )
  return [...rivals.values()].flatMap((all) => inForce(all, withdrawnAt))
}

/** Of all records of one segment, period and currency the last one that is not withdrawn, in each stretch of time. */
function inForce(records: readonly MarketRecord[], withdrawnAt: ReadonlyMap<string, Instant>): readonly Measurement[] {
  const changes = records.flatMap(({ id, at }) => [at, withdrawnAt.get(id) ?? at])
  return stretchesFrom(changes).flatMap((stretch) => {
    const standing = records.findLast(({ id, at }) => {
      const withdrawn = withdrawnAt.get(id) ?? null
      return at <= stretch.since && (withdrawn === null || withdrawn > stretch.since)
    })
    return standing === undefined ? [] : [denominatorOf(standing, stretch)]
  })
}

/** For the company only: nobody's own part of it is a share of the market. */
function denominatorOf({ segment, periodFrom, zone, amount }: MarketRecord, { since, until }: Stretch): Measurement {
  return {
    ...anAmount('KPI-5', segment, since, 0, []),
    item: [periodFrom, amount.currency, since].join('/'),
    countsAt: startOfDay(periodFrom, zone),
    denominator: amount.minor,
    currency: amount.currency,
    until,
  }
}

/** No limits; measures KPI-5. */
export const marketLedger: Ledger<MarketLedger> = {
  shape: 1,
  initial: { records: [], withdrawals: [] },
  record: recordMarket,
  timers: () => [],
  measurements: marketMeasurements,
}
