import type { Instant } from '../../primitives/instant.ts'
import type { Reckoning, Timer } from '../ledger.ts'
import { compareInstants, endedLimit } from '../timing.ts'
import type { ComplaintLedger, HandoverMoment, ReceivedComplaint } from './complaint-state.ts'

/*
 * The duty to hand over (CMP-4): what cannot be handled goes to administration at once.
 *
 *   begins   when the complaint is marked unsolvable, or when `complaint.handle` falls due unmet; that instant may still
 *            lie ahead. While the duty runs, or administration already has the complaint, it does not begin again.
 *   met      only by administration's acceptance: sending it off is not enough.
 *   void     when the complaint is handled before the hand-over is due: there is nothing left to hand over.
 *   missed   when it is handled later than that: the limit ends there, and stays missed.
 *
 * After handling, a reopened complaint is again with those who handle complaints; marking it begins a new duty, as
 * item `2` and so on. `complaint.handle` itself runs on through every hand-over (C29).
 */

interface Walk {
  readonly timers: readonly Timer[]
  readonly running: Timer | null
  readonly isWithAdministration: boolean
  readonly isHandled: boolean
}

type Moment = HandoverMoment | { readonly at: Instant; readonly kind: 'HANDLE_DUE'; readonly policyVersion: string }

export function handoverTimers(
  complaint: ComplaintLedger,
  received: ReceivedComplaint,
  handleDueAt: Instant,
  reckoning: Reckoning,
): readonly Timer[] {
  // Last among equal instants: handled or accepted at the due instant is in time. No fact starts this duty, so it pins
  // the policy of the limit that was missed.
  const handleDue: Moment = { at: handleDueAt, kind: 'HANDLE_DUE', policyVersion: received.policyVersion }
  const moments = [...complaint.handover, handleDue].toSorted((a, b) => compareInstants(a.at, b.at))
  const start: Walk = { timers: [], running: null, isWithAdministration: false, isHandled: false }
  const end = moments.reduce((walk, moment) => step(walk, moment, reckoning), start)
  const timers = end.running === null ? end.timers : [...end.timers, end.running]
  if (timers.length > 0 || complaint.handledAt === null || complaint.handledAt > handleDueAt) return timers
  return [{ ...dutyFrom(handleDue, 0), voidedAt: complaint.handledAt }]
}

function step(walk: Walk, moment: Moment, reckoning: Reckoning): Walk {
  switch (moment.kind) {
    case 'MARKED':
      return begin(walk, moment)
    case 'HANDLE_DUE':
      return walk.isHandled ? walk : begin(walk, moment)
    case 'ACCEPTED':
      return { ...finish(walk, (running) => ({ ...running, stoppedAt: moment.at })), isWithAdministration: true }
    case 'HANDLED': {
      const finished = finish(walk, (running) => endedLimit(running, null, moment.at, reckoning))
      return { ...finished, isWithAdministration: false, isHandled: true }
    }
  }
}

function begin(walk: Walk, moment: Moment): Walk {
  if (walk.running !== null || walk.isWithAdministration) return walk
  return { ...walk, running: dutyFrom(moment, walk.timers.length) }
}

function finish(walk: Walk, ended: (running: Timer) => Timer): Walk {
  if (walk.running === null) return walk
  return { ...walk, timers: [...walk.timers, ended(walk.running)], running: null }
}

function dutyFrom(moment: Moment, earlierDuties: number): Timer {
  return {
    key: 'complaint.handover',
    item: earlierDuties === 0 ? '' : String(earlierDuties + 1),
    rule: 'CMP-4',
    startedAt: moment.at,
    stoppedAt: null,
    voidedAt: null,
    dueAt: null,
    policyVersion: moment.policyVersion,
  }
}
