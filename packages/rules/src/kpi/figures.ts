import type { KpiId } from '../catalogue/index.ts'
import type { Measurement } from '../ledger/ledger.ts'
import { addTallies, type Tally } from './tally.ts'

/** Names one figure within a scope and period: what may be added to what. */
export interface KpiKey {
  readonly kpi: KpiId
  readonly part: string | null
  readonly currency: string | null
}

/** A figure and what it has counted. */
export interface KpiTally extends KpiKey {
  readonly tally: Tally
}

/** The key as text, for use in maps and documents; equal keys give equal text. */
export function kpiKeyOf({ kpi, part, currency }: KpiKey | Measurement): string {
  return `${kpi}|${part ?? ''}|${currency ?? ''}`
}

/** Adds up tallies per figure, in whatever order they come. */
export function sumByKey(tallies: Iterable<KpiTally>): readonly KpiTally[] {
  const sums = new Map<string, KpiTally>()
  for (const { kpi, part, currency, tally } of tallies) {
    const key = kpiKeyOf({ kpi, part, currency })
    const known = sums.get(key)
    sums.set(key, { kpi, part, currency, tally: known ? addTallies(known.tally, tally) : tally })
  }
  return [...sums.values()]
}
