import { earlierOf, type Instant } from '../primitives/instant.ts'
import type { Measurement, Reckoning, Timer, TimerPause } from './ledger.ts'

/** The earlier of what is known and what is newly learned: imported history may name a later moment first. */
export function earliest(known: Instant | null, learned: Instant | null): Instant | null {
  if (known === null || learned === null) return known ?? learned
  return earlierOf(known, learned)
}

/** Sorts by time; equal instants keep the order in which they were recorded, as `toSorted` is stable. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A limit, but for how it ended. */
export type Limit = Omit<Timer, 'stoppedAt' | 'voidedAt'>

/**
 * A limit as it ended. What happened first decides: an order confirmed and then cancelled was decided, one cancelled
 * first was not. At the same instant the limit counts as stopped.
 *
 * A breach that stood stays: only what ceases to apply by its due instant is void. What ceases later was missed before,
 * and ends missed at that instant.
 */
export function endedLimit(
  limit: Limit,
  stopped: Instant | null,
  ceased: Instant | null,
  reckoning: Pick<Reckoning, 'dueAtOf'>,
): Timer {
  const open = { ...limit, stoppedAt: null, voidedAt: null }
  if (stopped !== null && (ceased === null || stopped <= ceased)) return { ...open, stoppedAt: stopped }
  if (ceased === null) return open
  return ceased <= reckoning.dueAtOf(limit) ? { ...open, voidedAt: ceased } : { ...open, stoppedAt: ceased }
}

/**
 * A limit that another one took the place of (C28). What met it meets the other, so that it is void even where it was
 * met; one that was missed by then stays missed.
 */
export function replacedLimit(
  limit: Limit,
  stopped: Instant | null,
  replacedAt: Instant,
  reckoning: Pick<Reckoning, 'dueAtOf'>,
): Timer {
  const endedAt = stopped === null ? replacedAt : earlierOf(stopped, replacedAt)
  const isMissed = endedAt > reckoning.dueAtOf(limit)
  return { ...limit, stoppedAt: isMissed ? endedAt : null, voidedAt: isMissed ? null : replacedAt }
}

/** The stretches between beginnings of waiting, which name a reason, and ends, which do not. */
export function pausesOf(
  moments: readonly { readonly at: Instant; readonly reason: string | null }[],
): readonly TimerPause[] {
  const pauses: TimerPause[] = []
  let running: { readonly at: Instant; readonly reason: string } | null = null
  for (const { at, reason } of moments.toSorted((a, b) => compareInstants(a.at, b.at))) {
    if (running !== null) pauses.push({ reason: running.reason, from: running.at, until: at })
    running = reason === null ? null : { at, reason }
  }
  return running === null ? pauses : [...pauses, { reason: running.reason, from: running.at, until: null }]
}

/** One thing that exists from an instant on, in whose period it counts; not achieved. */
export function oneThing(
  kpi: Measurement['kpi'],
  part: string | null,
  since: Instant,
  scopes: readonly string[],
): Measurement {
  return {
    kpi,
    part,
    item: '',
    since,
    countsAt: since,
    dueAt: null,
    achievedAt: null,
    numerator: 1,
    denominator: 1,
    currency: null,
    scopes,
  }
}

/** An amount that is simply added up, from an instant on and in its period; it has no denominator. */
export function anAmount(
  kpi: Measurement['kpi'],
  part: string | null,
  at: Instant,
  numerator: number,
  scopes: readonly string[],
): Measurement {
  return { ...oneThing(kpi, part, at, scopes), achievedAt: at, numerator, denominator: 0 }
}

type Counted = Pick<Measurement, 'kpi' | 'part' | 'scopes'> & Partial<Pick<Measurement, 'countsAt'>>

/**
 * The on-time share of a limit: one countable thing per timer, in the period of its start unless `countsAt` says
 * otherwise. A void limit is neither met nor missed. Until it became void it was pending, and so it is seen from then.
 */
export function onTimeShareOf(timer: Timer, reckoning: Reckoning, counted: Counted): Measurement {
  const { startedAt, voidedAt } = timer
  const share = {
    ...oneThing(counted.kpi, counted.part, startedAt, counted.scopes),
    item: timer.item,
    countsAt: counted.countsAt ?? startedAt,
    dueAt: reckoning.dueAtOf(timer),
    achievedAt: reckoning.stoppedAtOf(timer),
  }
  return voidedAt === null ? share : { ...share, until: voidedAt }
}
