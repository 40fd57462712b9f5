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

/**
 * How a limit ended. What happened first decides: an order confirmed and then cancelled was decided, one cancelled
 * first was not. At the same instant the limit counts as stopped.
 */
export function endOf(
  stopped: Instant | null,
  voided: Instant | null,
): { readonly stoppedAt: Instant | null; readonly voidedAt: Instant | null } {
  if (stopped !== null && (voided === null || stopped <= voided)) return { stoppedAt: stopped, voidedAt: null }
  return { stoppedAt: null, voidedAt: voided }
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
 * otherwise. A voided limit is neither met nor missed, whenever it was voided, and so counts nowhere. That keeps the
 * figures independent of the instant of a cancellation, which imported histories often lack.
 */
export function onTimeShareOf(timer: Timer, reckoning: Reckoning, counted: Counted): readonly Measurement[] {
  if (timer.voidedAt !== null) return []
  return [
    {
      ...oneThing(counted.kpi, counted.part, timer.startedAt, counted.scopes),
      item: timer.item,
      countsAt: counted.countsAt ?? timer.startedAt,
      dueAt: reckoning.dueAtOf(timer),
      achievedAt: reckoning.stoppedAtOf(timer),
    },
  ]
}
