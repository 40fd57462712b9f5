import type { ComplaintEvent } from '@afterline/events'
import { complaintStages, localDateOf, stageGate, type Violation } from '@afterline/rules'
import type { Aggregate, Decision } from '@afterline/service-kit'
import {
  alreadyAccepted,
  alreadyHandedOver,
  expectedInThePast,
  notAdministration,
  notConfirmed,
  notRegistered,
  opinionMissing,
  resultNotReturned,
  sameClass,
  tooFewAttempts,
  wasConfirmed,
  withAdministration,
} from './complaint.violations.ts'
import { evolve } from './complaint-evolve.ts'
import {
  type Complaint,
  type ComplaintCommand,
  type ComplaintFacts,
  type ComplaintState,
  type FollowingCommand,
  openHandOver,
  presentReturns,
  type ReceivedData,
} from './complaint-state.ts'
import { textProblems } from './complaint-texts.ts'

/**
 * A complaint (CMP-1 to CMP-9): accepted always, verified, given an opinion, handled, returned, confirmed, closed. Which
 * command is legal when is the table `complaintStages` of the rules; the guards here name the milestone that is missing.
 * No limit is computed here: the ledger of `@afterline/rules` reads them from the events.
 */
export const complaint: Aggregate<ComplaintState, ComplaintCommand, ComplaintEvent, ComplaintFacts> = {
  category: 'complaint',
  shape: 1,
  initialState: { status: 'UNRECEIVED' },
  decide,
  evolve,
}

function decide(state: ComplaintState, command: ComplaintCommand, facts: ComplaintFacts): Decision<ComplaintEvent> {
  const illegal = stageGate(complaintStages, state.status, command.type)
  if (command.type === 'ReceiveComplaint') {
    return { events: illegal.length > 0 ? [] : [receipt(command.data)], violations: illegal }
  }
  if (state.status === 'UNRECEIVED') return { events: [], violations: illegal }
  if (illegal.length > 0) return { events: [eventOf(state, command)], violations: illegal }
  const unwritten = textProblems(command)
  const violations = [...unwritten, ...guards(state, command, facts)]
  return { events: unwritten.length > 0 ? [] : [eventOf(state, command)], violations }
}

/** What a legal command still lacks. */
function guards(state: Complaint, command: FollowingCommand, facts: ComplaintFacts): readonly Violation[] {
  switch (command.type) {
    case 'ClassifyComplaint':
      return state.complaintClass === command.data.complaintClass ? [sameClass(state)] : []
    case 'IssueOpinion':
      return state.registration === null ? [notRegistered('opinion')] : []
    case 'HandleComplaint':
      return beforeHandling(state, command)
    case 'MarkComplaintUnsolvable': {
      const open = openHandOver(state)
      return open === null ? [] : [alreadyHandedOver(open)]
    }
    case 'AcceptByAdministration':
      return beforeAcceptance(state, command)
    case 'ConfirmResolution':
      return presentReturns(state).length === 0 ? [resultNotReturned(state)] : []
    case 'CloseComplaint':
      return beforeClosing(state, command.data.outcome, facts)
    case 'RegisterComplaint':
    case 'ReturnResult':
    case 'ReopenComplaint':
      return []
  }
}

/** C2: handled implies verified and opinion given. With administration, it is administration that handles (CMP-4). */
function beforeHandling(state: Complaint, { by }: FollowingCommand): readonly Violation[] {
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
function beforeAcceptance(
  state: Complaint,
  { at, by, data }: Extract<ComplaintCommand, { type: 'AcceptByAdministration' }>,
): readonly Violation[] {
  const violations: Violation[] = []
  if (by.role !== 'ADMINISTRATION') violations.push(notAdministration())
  const open = openHandOver(state)
  if (open?.acceptedAt) violations.push(alreadyAccepted(open))
  if (data.expectedAt <= at) violations.push(expectedInThePast(data.expectedAt))
  return violations
}

/** SRV-13: confirmed first. C32: "no answer" only after tries on enough different days, each day counting once. */
function beforeClosing(
  state: Complaint,
  outcome: 'CONFIRMED' | 'NO_ANSWER',
  { zone, confirmationAttempts }: ComplaintFacts,
): readonly Violation[] {
  if (outcome === 'CONFIRMED') return state.confirmation === null ? [notConfirmed(state)] : []
  if (state.confirmation !== null) return [wasConfirmed(state.confirmation)]
  const days = new Set(presentReturns(state).map(({ returnedAt }) => localDateOf(returnedAt, zone)))
  return days.size < confirmationAttempts ? [tooFewAttempts(days.size, confirmationAttempts)] : []
}

function eventOf(state: Complaint, command: FollowingCommand): ComplaintEvent {
  const { complaintId, customerId, attempt } = state
  switch (command.type) {
    case 'ClassifyComplaint':
      return { type: 'ComplaintClassified', data: { complaintId, ...command.data } }
    case 'RegisterComplaint':
      return { type: 'ComplaintRegistered', data: { complaintId, customerId, ...command.data } }
    case 'IssueOpinion':
      return { type: 'OpinionIssued', data: { complaintId, ...command.data } }
    case 'HandleComplaint':
      return { type: 'ComplaintHandled', data: { complaintId, attempt, ...command.data } }
    case 'MarkComplaintUnsolvable':
      return { type: 'ComplaintMarkedUnsolvable', data: { complaintId, ...command.data } }
    case 'AcceptByAdministration':
      return { type: 'AdministrationAccepted', data: { complaintId, acceptedBy: command.by.id, ...command.data } }
    case 'ReturnResult':
      return { type: 'ResultReturned', data: { complaintId, attempt, ...command.data } }
    case 'ConfirmResolution':
      return { type: 'ResolutionConfirmed', data: { complaintId, customerId, attempt } }
    case 'ReopenComplaint':
      return { type: 'ComplaintReopened', data: { complaintId, ...command.data } }
    case 'CloseComplaint':
      return { type: 'ComplaintClosed', data: { complaintId, ...command.data } }
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Longer text is no number that anybody read out. */
const LONGEST_REFERENCE = 200
const NOTHING_SAID = '(未说明 / nothing said)'

/**
 * CMP-1: whatever the complainant says is taken down. What cannot be an order, product or lot of ours stays in the
 * description as it was said, instead of standing in the way.
 */
function receipt(data: ReceivedData): ComplaintEvent {
  const said: string[] = [data.description.trim() === '' ? NOTHING_SAID : data.description]
  const reference = (name: string, id: string | null) => {
    if (id === null || UUID.test(id)) return id
    said.push(`[${name}: ${id.slice(0, LONGEST_REFERENCE)}]`)
    return null
  }
  const orderId = reference('order', data.orderId)
  const productId = reference('product', data.productId)
  const lotId = reference('lot', data.lotId)
  return { type: 'ComplaintReceived', data: { ...data, orderId, productId, lotId, description: said.join('\n') } }
}
