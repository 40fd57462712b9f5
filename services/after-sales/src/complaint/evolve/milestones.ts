import type { ComplaintEvent } from '@afterline/events'
import { type ComplaintCommandName, complaintStages, identifierOf, nextState } from '@afterline/rules'
import type { Recorded } from '@afterline/service-kit/aggregate'
import type { HandOver } from '../fields.ts'
import { type Complaint, openHandOver } from '../state.ts'

type EventOfType<Type extends ComplaintEvent['type']> = Extract<Recorded<ComplaintEvent>, { type: Type }>

/** Each event comes of one command, so the table moves both. */
const commandOf: Readonly<Record<ComplaintEvent['type'], ComplaintCommandName>> = {
  ComplaintReceived: 'ReceiveComplaint',
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

/** What history tells out of order is remembered, but moves nothing. */
export function statusAfter(complaint: Complaint, { type }: Recorded<ComplaintEvent>): Complaint {
  const next = nextState(complaintStages, complaint.status, commandOf[type]).state
  return next === null || next === 'UNRECEIVED' ? complaint : { ...complaint, status: next }
}

export function received({ data, occurredAt, actor }: EventOfType<'ComplaintReceived'>): Complaint {
  return {
    ...data,
    lotIdentifier: data.goods?.lotNumber == null ? null : identifierOf(data.goods.lotNumber),
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

export function handled(complaint: Complaint, event: EventOfType<'ComplaintHandled'>): Partial<Complaint> {
  const { complaintId: _, ...result } = event.data
  const attempt = { ...result, handledAt: event.occurredAt, handledBy: event.actor.id }
  const handOvers = complaint.handOvers.map((stay) => ({ ...stay, endedAt: stay.endedAt ?? event.occurredAt }))
  return { attempts: [...complaint.attempts, attempt], handOvers, isWithAdministration: false }
}

export function markedUnsolvable(
  complaint: Complaint,
  event: EventOfType<'ComplaintMarkedUnsolvable'>,
): Partial<Complaint> {
  const marked = { reason: event.data.reason, markedAt: event.occurredAt }
  return { handOvers: withOpenStay(complaint, marked), isWithAdministration: true }
}

export function accepted(complaint: Complaint, event: EventOfType<'AdministrationAccepted'>): Partial<Complaint> {
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
