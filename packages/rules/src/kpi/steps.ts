import type { Measurement } from '../ledger/ledger.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { binLengthOf } from './durations.ts'
import type { CountedIn } from './figure-presentation.ts'
import { evaluateMeasurement } from './measurement.ts'
import { figurePresentationOf, isOfWhole } from './presentation.ts'
import { isZeroTally, type Tally } from './tally.ts'

/** What a measurement counts as from an instant on, until the next step. */
export interface Step extends Tally {
  readonly from: Instant
}

/**
 * Everything that a measurement ever counts as, in order of time: at an instant it is the last step that is not after it,
 * and nothing before the first. So whoever adds up measurements compares instants and adds integers, and computes neither
 * a due time nor what meets it. Equal to `evaluateMeasurement` at every instant; empty for what never counts.
 */
export function stepsOf(measurement: Measurement): readonly Step[] {
  const steps: Step[] = []
  for (const from of changesOf(measurement)) {
    const tally = evaluateMeasurement(measurement, from)
    const last = steps.at(-1)
    if (last === undefined ? !isZeroTally(tally) : !isSame(last, tally)) steps.push({ from, ...tally })
  }
  return steps
}

/** Every instant at which something may change; a limit is missed from the millisecond after it. */
function changesOf({ since, dueAt, achievedAt, lostAt, until }: Measurement): readonly Instant[] {
  const missedAt = dueAt === null ? null : plusMillis(dueAt, 1)
  const instants = [since, missedAt, achievedAt, lostAt ?? null, until ?? null].filter((instant) => instant !== null)
  return [...new Set(instants)].toSorted()
}

function isSame(a: Tally, b: Tally): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && a.pending === b.pending
}

/** How the measurements of a figure become its number, for whoever adds them up elsewhere. */
export interface FigureReading {
  /** A sum is its numerators; a ratio, or a mean, divides the sums; of durations percentiles are taken by their bins. */
  readonly figure: 'SUM' | 'RATIO' | 'DURATION'
  readonly countedIn: CountedIn
  /** Whether it adds to the row of its KPI as a whole, besides the row of its part. */
  readonly isOfWhole: boolean
}

export function figureReadingOf({ kpi, part, bin }: Pick<Measurement, 'kpi' | 'part' | 'bin'>): FigureReading {
  const { isSum, countedIn } = figurePresentationOf(kpi, part)
  if (bin !== undefined) return { figure: 'DURATION', countedIn, isOfWhole: false }
  return { figure: isSum ? 'SUM' : 'RATIO', countedIn, isOfWhole: isOfWhole({ kpi, part }) }
}

/** Whether single measurements may be shown: anonymous answers only in groups that are large enough (C21). */
export function isShownAlone({ kpi, part }: Pick<Measurement, 'kpi' | 'part'>): boolean {
  return !figurePresentationOf(kpi, part).isAnonymous
}

/** The bin that a duration is counted in, and the length in milliseconds that stands for all of the bin. */
export function durationOf({
  bin,
}: Pick<Measurement, 'bin'>): { readonly bin: number; readonly millis: number } | null {
  return bin === undefined ? null : { bin, millis: binLengthOf(bin) }
}
