import type { ComplaintEvent, ComplaintReceived, EventOf } from '@afterline/events'
import { type ComplaintStage, isSamePerson, type TimeZone } from '@afterline/rules'
import type { AnyCommandOf, CommandOf, CommandsOf, DataOf, Shown } from '@afterline/service-kit/aggregate'
import type { complaintCommands } from './commands.ts'
import type { KnownGoods } from './decide/scanned-goods.ts'
import type { complaintState, HandOver, ResultReturn } from './fields.ts'

export type ReceivedData = EventOf<typeof ComplaintReceived>['data']

/**
 * How far a complaint has come. None of them says rejected (CMP-1). Whether administration has the complaint is another
 * question, answered by `handOvers`: its opinion and registration are still owed then.
 */
export type ComplaintStatus = Exclude<ComplaintStage, 'UNRECEIVED'>

export type Complaint = DataOf<typeof complaintState> & { readonly status: ComplaintStatus }
export type ShownComplaint = Shown<Complaint>

type ComplaintCommands = CommandsOf<typeof complaintCommands>

/** What a decision needs of the policy. */
export interface ComplaintLookUp {
  /** The tenant's zone: attempts count once per day there (C32). */
  readonly zone: TimeZone
  /** On how many days the result must have been returned before "no answer" closes a complaint (C32). */
  readonly confirmationAttempts: number
  /** Of the label that was scanned, where a complaint begins with one. */
  readonly goods: KnownGoods
}

export interface ComplaintTypes {
  readonly unbegun: 'UNRECEIVED'
  readonly state: Complaint
  readonly commands: ComplaintCommands
  readonly events: ComplaintEvent
  readonly lookUp: ComplaintLookUp
  readonly begins: 'ReceiveComplaint'
  readonly begunBy: 'ComplaintReceived'
}

export type ComplaintCommand = AnyCommandOf<ComplaintTypes>
/** Those on a complaint that was received. */
export type FollowingCommand = Exclude<ComplaintCommand, { type: 'ReceiveComplaint' }>
export type ComplaintCommandOf<Name extends keyof ComplaintCommands> = CommandOf<ComplaintTypes, Name>

/** The stay with administration that has not ended, if there is one. */
export function openHandOver(complaint: Complaint): HandOver | null {
  const last = complaint.handOvers.at(-1)
  return last === undefined || last.endedAt !== null ? null : last
}

/** Tries to return the result of the present attempt. */
export function presentReturns(complaint: Complaint): readonly ResultReturn[] {
  return complaint.returns.filter(({ attempt }) => attempt === complaint.attempt)
}

/** Whether somebody handled the present attempt, or told the complainant of it. */
export function hasWorkedOn(state: Complaint, staffId: string): boolean {
  const handlings = state.attempts.filter(({ attempt }) => attempt === state.attempt)
  return (
    handlings.some(({ handledBy }) => isSamePerson(handledBy, staffId)) ||
    presentReturns(state).some(({ returnedBy }) => isSamePerson(returnedBy, staffId))
  )
}
