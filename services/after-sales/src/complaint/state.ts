import type {
  AdministrationAccepted,
  ComplaintClosed,
  ComplaintEvent,
  ComplaintHandled,
  ComplaintReceived,
  ComplaintRegistered,
  EventOf,
  ResultReturned,
} from '@afterline/events'
import type { ComplaintStage, Instant, TimeZone } from '@afterline/rules'
import type { AnyCommandOf, CommandOf, CommandsOf, Shown } from '@afterline/service-kit/aggregate'
import type { complaintCommands } from './commands.ts'

export type ReceivedData = EventOf<typeof ComplaintReceived>['data']
type RegisteredData = EventOf<typeof ComplaintRegistered>['data']
type HandledData = EventOf<typeof ComplaintHandled>['data']
type AcceptedData = EventOf<typeof AdministrationAccepted>['data']
type ReturnedData = EventOf<typeof ResultReturned>['data']
type ClosedData = EventOf<typeof ComplaintClosed>['data']

/**
 * How far a complaint has come. None of them says rejected (CMP-1). Whether administration has the complaint is another
 * question, answered by `handOvers`: its opinion and registration are still owed then.
 */
export type ComplaintStatus = Exclude<ComplaintStage, 'UNRECEIVED'>

/** The registration form (CMP-2). The verification is ciphertext. */
export interface Registration extends Pick<RegisteredData, 'verification' | 'isSubstantiated'> {
  readonly registeredAt: Instant
  readonly registeredBy: string
}

export interface Classification {
  readonly complaintClass: 'QUALITY' | 'OTHER'
  readonly reason: string
  readonly classifiedAt: Instant
  readonly classifiedBy: string
}

export interface Opinion {
  readonly opinion: string
  readonly issuedAt: Instant
  readonly issuedBy: string
}

/** One completed handling: `attempt` 2 is the first after reopening. */
export interface Attempt extends Omit<HandledData, 'complaintId'> {
  readonly handledAt: Instant
  readonly handledBy: string
}

/** One stay with administration (CMP-4), from being marked or taken over until the complaint is handled. */
export interface HandOver {
  /** Why it could not be handled; `null` where administration took over unasked, as after a missed limit. */
  readonly reason: string | null
  readonly markedAt: Instant | null
  /** Marking is not enough: until then the hand-over is still owed. */
  readonly acceptedAt: Instant | null
  readonly acceptedBy: AcceptedData['acceptedBy'] | null
  /** What the customer was told (SRV-11). */
  readonly expectedAt: AcceptedData['expectedAt'] | null
  readonly reasonTold: AcceptedData['reasonTold'] | null
  readonly endedAt: Instant | null
}

/** One try to return the result to the complainant (CMP-9). */
export interface ResultReturn extends Omit<ReturnedData, 'complaintId'> {
  readonly returnedAt: Instant
  readonly returnedBy: string
}

export interface Confirmation {
  readonly attempt: number
  readonly confirmedAt: Instant
  readonly recordedBy: string
}

export interface Reopening {
  readonly reason: string
  readonly reopenedAt: Instant
}

export interface Closure {
  readonly outcome: ClosedData['outcome']
  readonly closedAt: Instant
}

/** Every list is oldest first. Description, complainant and verification are ciphertext. */
export interface Complaint extends ReceivedData {
  readonly status: ComplaintStatus
  readonly receivedAt: Instant
  readonly receivedBy: string
  /** The handling attempt that is under way or was completed last; 1 until the first reopening. */
  readonly attempt: number
  readonly classifications: readonly Classification[]
  readonly registration: Registration | null
  readonly opinions: readonly Opinion[]
  readonly attempts: readonly Attempt[]
  readonly handOvers: readonly HandOver[]
  /** True from marking or taking over until the complaint is handled. */
  readonly isWithAdministration: boolean
  readonly returns: readonly ResultReturn[]
  readonly confirmation: Confirmation | null
  readonly reopenings: readonly Reopening[]
  readonly closure: Closure | null
}

export type ShownComplaint = Shown<Complaint>

type ComplaintCommands = CommandsOf<typeof complaintCommands>

/** What a decision needs of the policy. */
export interface ComplaintLookUp {
  /** The tenant's zone: attempts count once per day there (C32). */
  readonly zone: TimeZone
  /** On how many days the result must have been returned before "no answer" closes a complaint (C32). */
  readonly confirmationAttempts: number
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
