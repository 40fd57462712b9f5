import { localDateOf, type Violation } from '@afterline/rules'
import {
  alreadyAccepted,
  expectedInThePast,
  notAdministration,
  notConfirmed,
  notRegistered,
  opinionMissing,
  tooFewAttempts,
  wasConfirmed,
  withAdministration,
} from '../complaint.refusals.ts'
import {
  type Complaint,
  type ComplaintCommandOf,
  type ComplaintLookUp,
  openHandOver,
  presentReturns,
} from '../state.ts'

/** C2: handled implies verified and opinion given. With administration, it is administration that handles (CMP-4). */
export function beforeHandling(state: Complaint, { by }: ComplaintCommandOf<'HandleComplaint'>): readonly Violation[] {
  const violations: Violation[] = []
  if (state.registration === null) violations.push(notRegistered('handling'))
  if (state.opinions.length === 0) violations.push(opinionMissing(state))
  const open = openHandOver(state)
  if (open?.acceptedAt && by.role !== 'ADMINISTRATION') violations.push(withAdministration(open))
  return violations
}

/**
 * Administration may take over what nobody marked: after a missed limit it must (CMP-4), and whether the limit is missed
 * is for the ledger to say.
 */
export function beforeAcceptance(
  state: Complaint,
  { at, by, data }: ComplaintCommandOf<'AcceptByAdministration'>,
): readonly Violation[] {
  const violations: Violation[] = []
  if (by.role !== 'ADMINISTRATION') violations.push(notAdministration())
  const open = openHandOver(state)
  if (open?.acceptedAt) violations.push(alreadyAccepted(open))
  if (data.expectedAt <= at) violations.push(expectedInThePast(data.expectedAt))
  return violations
}

/** SRV-13: confirmed first. C32: "no answer" only after tries on enough different days, each day counting once. */
export function beforeClosing(
  state: Complaint,
  outcome: 'CONFIRMED' | 'NO_ANSWER',
  { zone, confirmationAttempts }: ComplaintLookUp,
): readonly Violation[] {
  if (outcome === 'CONFIRMED') return state.confirmation === null ? [notConfirmed(state)] : []
  if (state.confirmation !== null) return [wasConfirmed(state.confirmation)]
  const days = new Set(presentReturns(state).map(({ returnedAt }) => localDateOf(returnedAt, zone)))
  return days.size < confirmationAttempts ? [tooFewAttempts(days.size, confirmationAttempts)] : []
}
