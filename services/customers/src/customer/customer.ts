import type { CustomerEvent, CustomerFileOpened, EventOf, LicenceRecorded } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '@afterline/service-kit'
import {
  alreadyOpen,
  endsBeforeItBegins,
  licenceOnFile,
  licenceRevoked,
  licenceVerifiedBefore,
  negativeCreditLimit,
  noFile,
  unknownLicence,
} from './customer.violations.ts'

type FileData = EventOf<typeof CustomerFileOpened>['data']
type LicenceData = EventOf<typeof LicenceRecorded>['data']

export interface Licence extends Omit<LicenceData, 'customerId'> {
  readonly verifiedAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface ContactPerson {
  readonly contactId: string
  /** Ciphertext; decrypted only at the edge, for roles that may read it (SEC-1). */
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly position: string | null
}

export interface Need {
  readonly needId: string
  readonly description: string
  readonly productClasses: LicenceData['scope']
  readonly recordedAt: Instant
}

export interface Credit {
  readonly outcome: 'GOOD' | 'LIMITED' | 'REFUSED'
  readonly creditLimit: { readonly minor: number; readonly currency: string } | null
  readonly findings: string
  readonly investigatedAt: Instant
}

export interface CustomerFile {
  readonly status: 'OPEN'
  readonly customerId: string
  readonly organisation: string
  readonly kind: FileData['kind']
  readonly partyRoles: FileData['partyRoles']
  readonly ownerId: string | null
  readonly region: string | null
  readonly sourceKey: string | null
  readonly openedAt: Instant
  /** When the file last changed: weekly freshness is measured from here (CUS-7). */
  readonly updatedAt: Instant
  readonly contacts: readonly ContactPerson[]
  readonly needs: readonly Need[]
  readonly licences: readonly Licence[]
  readonly credit: Credit | null
}

export type CustomerState = { readonly status: 'UNOPENED' } | CustomerFile

export type CustomerCommand =
  | Command<'OpenCustomerFile', FileData>
  | Command<'ChangeCustomerKind', { readonly kind: FileData['kind']; readonly reason: string }>
  | Command<'AssignCustomerOwner', { readonly ownerId: string }>
  | Command<'AddContactPerson', ContactPerson>
  | Command<'RecordNeed', Omit<Need, 'recordedAt'>>
  | Command<'RecordLicence', Omit<LicenceData, 'customerId'>>
  | Command<'VerifyLicence', { readonly licenceId: string; readonly method: string }>
  | Command<'RevokeLicence', { readonly licenceId: string; readonly reason: string }>
  | Command<'InvestigateCredit', Pick<Credit, 'outcome' | 'creditLimit' | 'findings'>>

export type NoFacts = Readonly<Record<never, never>>

/**
 * The customer's file (CUS-1 to CUS-5, CUS-8): one per party, prospects included. What it records opens or shuts the
 * gates of the orders service; this aggregate itself only refuses what would make the file contradict itself.
 */
export const customer: Aggregate<CustomerState, CustomerCommand, CustomerEvent, NoFacts> = {
  category: 'customer',
  shape: 1,
  initialState: { status: 'UNOPENED' },
  decide,
  evolve,
}

function decide(state: CustomerState, command: CustomerCommand): Decision<CustomerEvent> {
  if (command.type === 'OpenCustomerFile') {
    const violations = state.status === 'OPEN' ? [alreadyOpen(state)] : []
    return { events: violations.length > 0 ? [] : [{ type: 'CustomerFileOpened', data: command.data }], violations }
  }
  if (state.status === 'UNOPENED') return { events: [], violations: [noFile()] }
  return decideOnOpenFile(state, command)
}

type CommandOnOpenFile = Exclude<CustomerCommand, { type: 'OpenCustomerFile' }>

function decideOnOpenFile(file: CustomerFile, command: CommandOnOpenFile): Decision<CustomerEvent> {
  const { customerId } = file
  switch (command.type) {
    case 'ChangeCustomerKind':
      return accept({ type: 'CustomerKindChanged', data: { customerId, ...command.data } })
    case 'AssignCustomerOwner':
      return accept({ type: 'CustomerOwnerAssigned', data: { customerId, ...command.data } })
    case 'AddContactPerson':
      return accept({ type: 'ContactPersonAdded', data: { customerId, ...command.data } })
    case 'RecordNeed':
      return accept({ type: 'NeedRecorded', data: { customerId, ...command.data } })
    case 'RecordLicence':
      return recordLicence(file, command.data)
    case 'VerifyLicence':
      return verifyLicence(file, command.data)
    case 'RevokeLicence':
      return revokeLicence(file, command.data)
    case 'InvestigateCredit':
      return investigateCredit(file, command.data)
  }
}

function recordLicence(file: CustomerFile, data: Omit<LicenceData, 'customerId'>): Decision<CustomerEvent> {
  const violations: Violation[] = []
  if (data.validUntil !== null && data.validUntil < data.validFrom) violations.push(endsBeforeItBegins(data))
  if (file.licences.some((known) => known.number === data.number && known.kind === data.kind && !known.revokedAt)) {
    violations.push(licenceOnFile(data))
  }
  return { events: [{ type: 'LicenceRecorded', data: { customerId: file.customerId, ...data } }], violations }
}

function verifyLicence(file: CustomerFile, data: { licenceId: string; method: string }): Decision<CustomerEvent> {
  const licence = file.licences.find((known) => known.licenceId === data.licenceId)
  if (!licence) return { events: [], violations: [unknownLicence(data.licenceId)] }
  const violations: Violation[] = []
  if (licence.revokedAt) violations.push(licenceRevoked(licence))
  if (licence.verifiedAt) violations.push(licenceVerifiedBefore(licence))
  return { events: [{ type: 'LicenceVerified', data: { customerId: file.customerId, ...data } }], violations }
}

function revokeLicence(file: CustomerFile, data: { licenceId: string; reason: string }): Decision<CustomerEvent> {
  const licence = file.licences.find((known) => known.licenceId === data.licenceId)
  if (!licence) return { events: [], violations: [unknownLicence(data.licenceId)] }
  const violations = licence.revokedAt ? [licenceRevoked(licence)] : []
  return { events: [{ type: 'LicenceRevoked', data: { customerId: file.customerId, ...data } }], violations }
}

function investigateCredit(
  file: CustomerFile,
  data: Pick<Credit, 'outcome' | 'creditLimit' | 'findings'>,
): Decision<CustomerEvent> {
  const violations = data.creditLimit && data.creditLimit.minor < 0 ? [negativeCreditLimit(data.creditLimit.minor)] : []
  return { events: [{ type: 'CreditInvestigated', data: { customerId: file.customerId, ...data } }], violations }
}

function evolve(state: CustomerState, event: Recorded<CustomerEvent>): CustomerState {
  if (event.type === 'CustomerFileOpened') return openedFile(event)
  if (state.status === 'UNOPENED') return state
  return { ...state, ...changesBy(state, event), updatedAt: event.occurredAt }
}

function openedFile(event: Recorded<Extract<CustomerEvent, { type: 'CustomerFileOpened' }>>): CustomerFile {
  return {
    status: 'OPEN',
    ...event.data,
    openedAt: event.occurredAt,
    updatedAt: event.occurredAt,
    contacts: [],
    needs: [],
    licences: [],
    credit: null,
  }
}

function changesBy(
  file: CustomerFile,
  event: Recorded<Exclude<CustomerEvent, { type: 'CustomerFileOpened' }>>,
): Partial<CustomerFile> {
  switch (event.type) {
    case 'CustomerKindChanged':
      return { kind: event.data.kind }
    case 'CustomerOwnerAssigned':
      return { ownerId: event.data.ownerId }
    case 'ContactPersonAdded':
      return { contacts: [...file.contacts, contentOf(event.data)] }
    case 'NeedRecorded':
      return { needs: [...file.needs, { ...contentOf(event.data), recordedAt: event.occurredAt }] }
    case 'LicenceRecorded':
      return { licences: [...file.licences, { ...contentOf(event.data), verifiedAt: null, revokedAt: null }] }
    case 'LicenceVerified':
      return { licences: withLicence(file, event.data.licenceId, { verifiedAt: event.occurredAt }) }
    case 'LicenceRevoked':
      return { licences: withLicence(file, event.data.licenceId, { revokedAt: event.occurredAt }) }
    case 'CreditInvestigated':
      return { credit: { ...contentOf(event.data), investigatedAt: event.occurredAt } }
  }
}

function contentOf<Data extends { readonly customerId: string }>({
  customerId: _,
  ...content
}: Data): Omit<Data, 'customerId'> {
  return content
}

function withLicence(file: CustomerFile, licenceId: string, change: Partial<Licence>): readonly Licence[] {
  return file.licences.map((licence) => (licence.licenceId === licenceId ? { ...licence, ...change } : licence))
}

function accept(event: CustomerEvent): Decision<CustomerEvent> {
  return { events: [event], violations: [] }
}
