import { earlierOf, type Instant } from '../primitives/instant.ts'
import type { Measurement, Reckoning, Timer } from './ledger.ts'

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
      kpi: counted.kpi,
      part: counted.part,
      item: timer.item,
      since: timer.startedAt,
      countsAt: counted.countsAt ?? timer.startedAt,
      dueAt: reckoning.dueAtOf(timer),
      achievedAt: reckoning.stoppedAtOf(timer),
      numerator: 1,
      denominator: 1,
      currency: null,
      scopes: counted.scopes,
    },
  ]
}
