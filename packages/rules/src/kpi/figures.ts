import type { KpiId } from '../catalogue/index.ts'
import { addTallies, type Tally } from './tally.ts'

/** Names one figure within a scope and period: what may be added to what. */
export interface KpiKey {
  readonly kpi: KpiId
  readonly part: string | null
  readonly currency: string | null
  /** Of durations: each length is counted by itself. Absent for everything else. */
  readonly bin?: number
}

/** A figure and what it has counted. */
export interface KpiTally extends KpiKey {
  readonly tally: Tally
}

/** The figure that something with more members belongs to. */
export function kpiKeyIn({ kpi, part, currency, bin }: KpiKey): KpiKey {
  return bin === undefined ? { kpi, part, currency } : { kpi, part, currency, bin }
}

/** The key as text, for use in maps and documents; equal keys give equal text. */
export function kpiKeyOf({ kpi, part, currency, bin }: KpiKey): string {
  const figure = `${kpi}|${part ?? ''}|${currency ?? ''}`
  return bin === undefined ? figure : `${figure}|${bin}`
}

/** Adds up tallies per figure, in whatever order they come. */
export function sumByKey(tallies: Iterable<KpiTally>): readonly KpiTally[] {
  const sums = new Map<string, KpiTally>()
  for (const summand of tallies) {
    const key = kpiKeyOf(summand)
    const known = sums.get(key)
    const tally = known ? addTallies(known.tally, summand.tally) : summand.tally
    sums.set(key, { ...kpiKeyIn(summand), tally })
  }
  return [...sums.values()]
}
