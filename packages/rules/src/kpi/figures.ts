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

/** Sums by figure, to be added to. */
export type KpiSums = Map<string, KpiTally>

/** Adds a tally to the sum of its figure. */
export function addToSums(sums: KpiSums, key: KpiKey, tally: Tally): void {
  const text = kpiKeyOf(key)
  const known = sums.get(text)
  sums.set(text, known ? { ...known, tally: addTallies(known.tally, tally) } : { ...kpiKeyIn(key), tally })
}

/** Adds up tallies per figure, in whatever order they come. */
export function sumByKey(tallies: Iterable<KpiTally>): readonly KpiTally[] {
  const sums: KpiSums = new Map()
  for (const summand of tallies) addToSums(sums, summand, summand.tally)
  return [...sums.values()]
}
