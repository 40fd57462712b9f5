import { ratiosOf, type Summary, summaryOf } from './statistics.ts'

/** One contestant of a comparison. */
export interface Contestant {
  /** What is done, in a few words. */
  readonly name: string
  /** Does one round and answers what it measured, in the unit of the comparison. */
  measure(round: number): Promise<number> | number
}

export interface Contest {
  /** Short name of the case within its benchmark. */
  readonly title: string
  readonly unit: string
  readonly ours: Contestant
  readonly against: Contestant
  readonly rounds: number
  /** What a reader must know to judge the figure. */
  readonly notes?: readonly string[]
}

/** A line of the table: a ratio from one run, with the absolute figures that it came from. */
export interface Comparison {
  readonly title: string
  readonly unit: string
  readonly ours: string
  readonly against: string
  readonly rounds: number
  /** Ours divided by theirs, from round to round. */
  readonly ratio: Summary
  /** Of this machine at this hour; good for nothing but telling how the ratio came about. */
  readonly absolute: { readonly ours: Summary; readonly against: Summary }
  readonly notes: readonly string[]
}

/**
 * Lets both contestants run in every round, the one that begins taking turns, so that a noisy machine disturbs both.
 * Their warm-up is the caller's.
 */
export async function compare(contest: Contest): Promise<Comparison> {
  const ours: number[] = []
  const against: number[] = []
  const run = async (contestant: Contestant, results: number[], round: number) => {
    results.push(await contestant.measure(round))
  }
  for (let round = 0; round < contest.rounds; round += 1) {
    const pair = [() => run(contest.ours, ours, round), () => run(contest.against, against, round)]
    for (const turn of round % 2 === 0 ? pair : pair.toReversed()) await turn()
  }
  return comparisonOf(contest, ours, against)
}

/** The line for measurements that were taken in turns already, one per round. */
export function comparisonOf(
  {
    title,
    unit,
    ours,
    against,
    notes = [],
  }: Omit<Contest, 'rounds' | 'ours' | 'against'> & {
    readonly ours: Pick<Contestant, 'name'>
    readonly against: Pick<Contestant, 'name'>
  },
  measured: readonly number[],
  measuredAgainst: readonly number[],
): Comparison {
  return {
    title,
    unit,
    ours: ours.name,
    against: against.name,
    rounds: measured.length,
    ratio: summaryOf(ratiosOf(measured, measuredAgainst)),
    absolute: { ours: summaryOf(measured), against: summaryOf(measuredAgainst) },
    notes,
  }
}

/** How often per second something was done that took `work` as long as it took. */
export async function perSecond(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (times * 1000) / (performance.now() - startedAt)
}

/** Does a piece of work so many times, with at most `workers` of them under way. */
export async function sideBySide(
  workers: number,
  times: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < times) await work(next++)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}
