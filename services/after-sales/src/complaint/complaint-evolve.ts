import type { ComplaintEvent } from '@afterline/events'
import { type ComplaintCommandName, complaintStages, nextState } from '@afterline/rules'
import type { Recorded } from '@afterline/service-kit'
import {
  type Complaint,
  type ComplaintState,
  type ComplaintStatus,
  type HandOver,
  openHandOver,
} from './complaint-state.ts'

type EventAfterReceipt = Exclude<Recorded<ComplaintEvent>, { type: 'ComplaintReceived' }>
type EventOfType<Type extends ComplaintEvent['type']> = Extract<Recorded<ComplaintEvent>, { type: Type }>

/** Each event comes of one command, so the table moves both. */
const commandOf: Readonly<Record<EventAfterReceipt['type'], ComplaintCommandName>> = {
  ComplaintClassified: 'ClassifyComplaint',
  ComplaintRegistered: 'RegisterComplaint',
  OpinionIssued: 'IssueOpinion',
  ComplaintHandled: 'HandleComplaint',
  ComplaintMarkedUnsolvable: 'MarkComplaintUnsolvable',
  AdministrationAccepted: 'AcceptByAdministration',
  ResultReturned: 'ReturnResult',
  ResolutionConfirmed: 'ConfirmResolution',
  ComplaintReopened: 'ReopenComplaint',
  ComplaintClosed: 'CloseComplaint',
}

export function evolve(state: ComplaintState, event: Recorded<ComplaintEvent>): ComplaintState {
  if (event.type === 'ComplaintReceived') return received(event)
  if (state.status === 'UNRECEIVED') return state
  return { ...state, ...changesBy(state, event), status: statusAfter(state, event) }
}

/** What history tells out of order is remembered, but moves nothing. */
function statusAfter({ status }: Complaint, { type }: EventAfterReceipt): ComplaintStatus {
  const next = nextState(complaintStages, status, commandOf[type]).state
  return next === null || next === 'UNRECEIVED' ? status : next
}

function received({ data, occurredAt, actor }: EventOfType<'ComplaintReceived'>): Complaint {
  return {
    ...data,
    status: 'RECEIVED',
    receivedAt: occurredAt,
    receivedBy: actor.id,
    attempt: 1,
    classifications: [],
    registration: null,
    opinions: [],
    attempts: [],
    handOvers: [],
    isWithAdministration: false,
    returns: [],
    confirmation: null,
    reopenings: [],
    closure: null,
  }
}

function changesBy(complaint: Complaint, event: EventAfterReceipt): Partial<Complaint> {
  const { occurredAt: at, actor } = event
  switch (event.type) {
    case 'ComplaintClassified': {
      const { complaintClass, reason } = event.data
      const classification = { complaintClass, reason, classifiedAt: at, classifiedBy: actor.id }
      return { complaintClass, classifications: [...complaint.classifications, classification] }
    }
    case 'ComplaintRegistered': {
      const { verification, isSubstantiated } = event.data
      return { registration: { verification, isSubstantiated, registeredAt: at, registeredBy: actor.id } }
    }
    case 'OpinionIssued': {
      const opinion = { opinion: event.data.opinion, issuedAt: at, issuedBy: actor.id }
      return { opinions: [...complaint.opinions, opinion] }
    }
    case 'ComplaintHandled':
      return handled(complaint, event)
    case 'ComplaintMarkedUnsolvable':
      return markedUnsolvable(complaint, event)
    case 'AdministrationAccepted':
      return accepted(complaint, event)
    case 'ResultReturned': {
      const { attempt, channel } = event.data
      return { returns: [...complaint.returns, { attempt, channel, returnedAt: at, returnedBy: actor.id }] }
    }
    case 'ResolutionConfirmed':
      return { confirmation: { attempt: event.data.attempt, confirmedAt: at, recordedBy: actor.id } }
    case 'ComplaintReopened': {
      const reopenings = [...complaint.reopenings, { reason: event.data.reason, reopenedAt: at }]
      return { attempt: complaint.attempt + 1, reopenings, confirmation: null, closure: null }
    }
    case 'ComplaintClosed':
      return { closure: { outcome: event.data.outcome, closedAt: at } }
  }
}

function handled(complaint: Complaint, event: EventOfType<'ComplaintHandled'>): Partial<Complaint> {
  const { complaintId: _, ...result } = event.data
  const attempt = { ...result, handledAt: event.occurredAt, handledBy: event.actor.id }
  const handOvers = complaint.handOvers.map((stay) => ({ ...stay, endedAt: stay.endedAt ?? event.occurredAt }))
  return { attempts: [...complaint.attempts, attempt], handOvers, isWithAdministration: false }
}

function markedUnsolvable(complaint: Complaint, event: EventOfType<'ComplaintMarkedUnsolvable'>): Partial<Complaint> {
  const marked = { reason: event.data.reason, markedAt: event.occurredAt }
  return { handOvers: withOpenStay(complaint, marked), isWithAdministration: true }
}

function accepted(complaint: Complaint, event: EventOfType<'AdministrationAccepted'>): Partial<Complaint> {
  const { complaintId: _, ...acceptance } = event.data
  const change = { ...acceptance, acceptedAt: event.occurredAt }
  return { handOvers: withOpenStay(complaint, change), isWithAdministration: true }
}

function withOpenStay(complaint: Complaint, change: Partial<HandOver>): readonly HandOver[] {
  const open = openHandOver(complaint)
  if (open === null) return [...complaint.handOvers, { ...newStay, ...change }]
  return complaint.handOvers.map((stay) => (stay === open ? { ...stay, ...change } : stay))
}

const newStay: HandOver = {
  reason: null,
  markedAt: null,
  acceptedAt: null,
  acceptedBy: null,
  expectedAt: null,
  reasonTold: null,
  endedAt: null,
}
