import { drawn, randomFrom } from '../chance.ts'

/** Every kind of process that there is while an import runs. */
export const victims = [
  'mongod',
  'kafka',
  'gateway',
  'customers',
  'orders',
  'after-sales',
  'surveys',
  'import',
  'supervisor',
] as const
export type Victim = (typeof victims)[number]

/** One thing that happens to a process. */
export interface Strike {
  readonly victim: Victim
  readonly kind: 'KILL' | 'FREEZE'
  /** After which part of the import it comes, from 0 to 1. */
  readonly after: number
  /** How long it waits once that part is there: processes that are coming up again are to be met, too. */
  readonly delayMs: number
  /** How long a frozen process stands still; 0 for a kill. */
  readonly forMs: number
}

const LONGEST_DELAY_MS = 1_500
const SHORTEST_FREEZE_MS = 1_000
/** Longer than a relay's lease. */
const LONGEST_FREEZE_MS = 14_000
/** A frozen supervisor does nothing anyway, and a frozen import keeps nobody waiting. */
const freezable = victims.filter((victim) => victim !== 'supervisor' && victim !== 'import')

/**
 * What happens during one import, in order; the same for the same seed. No kind of process comes an n-th time before all
 * others of the bag have come as often.
 */
export function strikePlan(seed: number, kills: number, freezes: number): readonly Strike[] {
  const random = randomFrom(seed)
  const strikeOf = (victim: Victim, kind: Strike['kind']): Strike => ({
    victim,
    kind,
    after: 0.02 + 0.94 * random(),
    delayMs: Math.round(LONGEST_DELAY_MS * random()),
    forMs:
      kind === 'KILL' ? 0 : Math.round(SHORTEST_FREEZE_MS + (LONGEST_FREEZE_MS - SHORTEST_FREEZE_MS) * random() ** 2),
  })
  return [
    ...drawn(victims, kills, random).map((victim) => strikeOf(victim, 'KILL')),
    ...drawn(freezable, freezes, random).map((victim) => strikeOf(victim, 'FREEZE')),
  ].toSorted((one, other) => one.after - other.after)
}
