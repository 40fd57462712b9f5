/**
 * NOT_STARTED before the start; RUNNING, WARNED (the warning share is used) or OVERDUE while open; MET or MISSED once
 * stopped; VOID when the limit stopped applying. A limit of bound 'notBefore' is RUNNING until due and MET from then on.
 */
export const deadlineStatuses = ['NOT_STARTED', 'RUNNING', 'WARNED', 'OVERDUE', 'MET', 'MISSED', 'VOID'] as const
export type DeadlineStatus = (typeof deadlineStatuses)[number]

/** Position of a status in `deadlineStatuses`: what a loop over many limits counts with. */
export type StatusCode = 0 | 1 | 2 | 3 | 4 | 5 | 6

/**
 * The status of a limit to act by, as of an instant: an end after it is not known yet. All are epoch milliseconds; an end
 * that is not there is Infinity.
 */
export function statusOf(
  start: number,
  due: number,
  warn: number,
  stop: number,
  voided: number,
  now: number,
): StatusCode {
  // Before the start: a limit can stop applying before it begins, as the hand-over of a complaint that is handled in time.
  if (voided <= now) return 6
  if (now < start) return 0
  if (stop <= now) return stop <= due ? 4 : 5
  if (now > due) return 3
  return now >= warn ? 2 : 1
}

/** The status of a limit to wait for. */
export function waitingStatusOf(start: number, due: number, voided: number, now: number): StatusCode {
  if (voided <= now) return 6
  if (now < start) return 0
  return now < due ? 1 : 4
}
