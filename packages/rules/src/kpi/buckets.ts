import type { Measurement } from '../ledger/ledger.ts'
import { type LocalDate, localDateOf, type TimeZone } from '../primitives/local-date.ts'
import { type KpiKey, kpiKeyIn, kpiKeyOf } from './figures.ts'
import { contributionOf, scopesOf } from './measurement.ts'
import { addTallies, isZeroTally, subtractTallies, type Tally, zeroTally } from './tally.ts'

/** A sum of settled measurements: one figure of one scope on one day of the company's zone. */
export interface Bucket extends KpiKey {
  readonly scope: string
  readonly day: LocalDate
  readonly tally: Tally
}

/** The bucket's identity as text. */
export function bucketKeyOf(bucket: Omit<Bucket, 'tally'>): string {
  return `${kpiKeyOf(bucket)}|${bucket.day}|${bucket.scope}`
}

/** The sums of the settled measurements, one bucket per scope that each belongs to. */
export function bucketsOf(measurements: Iterable<Measurement>, zone: TimeZone): readonly Bucket[] {
  return [...accumulate(new Map(), measurements, zone, addTallies).values()]
}

/**
 * What a write changes in the stored sums: new measurements of its stream minus the former ones. Buckets that stay the
 * same are left out, so an event that moves no figure writes nothing.
 */
export function bucketChanges(
  before: Iterable<Measurement>,
  after: Iterable<Measurement>,
  zone: TimeZone,
): readonly Bucket[] {
  const added = accumulate(new Map(), after, zone, addTallies)
  const changed = accumulate(added, before, zone, subtractTallies)
  return [...changed.values()].filter(({ tally }) => !isZeroTally(tally))
}

function accumulate(
  sums: Map<string, Bucket>,
  measurements: Iterable<Measurement>,
  zone: TimeZone,
  combine: (sum: Tally, tally: Tally) => Tally,
): Map<string, Bucket> {
  for (const measurement of measurements) {
    const contribution = contributionOf(measurement)
    if (contribution.kind === 'OPEN') continue
    // What counts in every period belongs to no day; it is never settled but as nothing.
    if (measurement.countsAt === null) continue
    const day = localDateOf(measurement.countsAt, zone)
    for (const scope of scopesOf(measurement)) {
      const identity = { ...kpiKeyIn(measurement), scope, day }
      const key = bucketKeyOf(identity)
      sums.set(key, { ...identity, tally: combine(sums.get(key)?.tally ?? zeroTally, contribution.tally) })
    }
  }
  return sums
}
