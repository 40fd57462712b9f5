import {
  ContactPersonAdded,
  CreditInvestigated,
  type CustomerEvent,
  CustomerFileOpened,
  CustomerKindChanged,
  CustomerOwnerAssigned,
  type EventOf,
  LicenceRecorded,
  LicenceRevoked,
  LicenceVerified,
  NeedRecorded,
} from '@afterline/events'
import { customerStages, type Instant, laterOf, type Violation } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  fieldsBesides,
  happens,
  newId,
  refused,
  type Shown,
  standard,
} from '@afterline/service-kit/aggregate'
import {
  endsBeforeItBegins,
  licenceOnFile,
  licenceRevoked,
  licenceVerifiedBefore,
  negativeCreditLimit,
  unknownLicence,
} from './customer.refusals.ts'

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

export type ShownCustomer = Shown<CustomerFile>

const SALES = ['SALESPERSON', 'SALES_MANAGER'] as const
const opened = CustomerFileOpened.data.properties
const need = fieldsBesides('customerId', NeedRecorded)

const customerCommands = {
  OpenCustomerFile: command('CustomerFileOpened', SALES, {
    ...opened,
    partyRoles: standard(opened.partyRoles, ['BUYER']),
  }),
  ChangeCustomerKind: command('CustomerKindChanged', SALES, fieldsBesides('customerId', CustomerKindChanged)),
  AssignCustomerOwner: command(
    'CustomerOwnerAssigned',
    ['SALES_MANAGER'],
    fieldsBesides('customerId', CustomerOwnerAssigned),
  ),
  AddContactPerson: command('ContactPersonAdded', [...SALES, 'HOTLINE_AGENT', 'COMPLAINT_DESK'], {
    ...fieldsBesides('customerId', ContactPersonAdded),
    contactId: newId('contact'),
  }),
  RecordNeed: command('NeedRecorded', SALES, {
    ...need,
    needId: newId('need'),
    productClasses: standard(need.productClasses, []),
  }),
  RecordLicence: command('LicenceRecorded', [...SALES, 'LEGAL'], {
    ...fieldsBesides('customerId', LicenceRecorded),
    licenceId: newId('licence'),
  }),
  VerifyLicence: command('LicenceVerified', ['QUALITY_CONTROL', 'LEGAL'], fieldsBesides('customerId', LicenceVerified)),
  RevokeLicence: command('LicenceRevoked', ['QUALITY_CONTROL', 'LEGAL'], fieldsBesides('customerId', LicenceRevoked)),
  InvestigateCredit: command(
    'CreditInvestigated',
    ['FINANCE', 'SALES_MANAGER'],
    fieldsBesides('customerId', CreditInvestigated),
  ),
}

export interface CustomerTypes {
  readonly unbegun: 'UNOPENED'
  readonly state: CustomerFile
  readonly commands: CommandsOf<typeof customerCommands>
  readonly events: CustomerEvent
  readonly lookUp: undefined
  readonly begins: 'OpenCustomerFile'
  readonly begunBy: 'CustomerFileOpened'
}

export type CustomerCommand = AnyCommandOf<CustomerTypes>

/**
 * The customer's file (CUS-1 to CUS-5, CUS-8): one per party, prospects included. What it records opens or shuts the
 * gates of the orders service; this aggregate itself only refuses what would make the file contradict itself.
 */
export const customer = aggregate<CustomerTypes>({
  category: 'customer',
  shape: 1,
  life: customerStages,
  commands: customerCommands,
  row: 'ownerId',
  begunAt: 'openedAt',
  begin: { OpenCustomerFile: ({ data }) => happens('CustomerFileOpened', data) },
  decide: {
    ChangeCustomerKind: ({ customerId }, { data }) => happens('CustomerKindChanged', { customerId, ...data }),
    AssignCustomerOwner: ({ customerId }, { data }) => happens('CustomerOwnerAssigned', { customerId, ...data }),
    AddContactPerson: ({ customerId }, { data }) => happens('ContactPersonAdded', { customerId, ...data }),
    RecordNeed: ({ customerId }, { data }) => happens('NeedRecorded', { customerId, ...data }),
    RecordLicence: (file, { data }) =>
      happens('LicenceRecorded', { customerId: file.customerId, ...data }).unless(
        data.validUntil !== null && data.validUntil < data.validFrom ? [endsBeforeItBegins(data)] : [],
        isOnFile(file, data) ? [licenceOnFile(data)] : [],
      ),
    VerifyLicence({ customerId, licences }, { data }) {
      const licence = licences.find(({ licenceId }) => licenceId === data.licenceId)
      if (!licence) return refused([unknownLicence(data.licenceId)])
      return happens('LicenceVerified', { customerId, ...data }).unless(
        licence.revokedAt ? [licenceRevoked(licence)] : [],
        licence.verifiedAt ? [licenceVerifiedBefore(licence)] : [],
      )
    },
    RevokeLicence({ customerId, licences }, { data }) {
      const licence = licences.find(({ licenceId }) => licenceId === data.licenceId)
      if (!licence) return refused([unknownLicence(data.licenceId)])
      return happens('LicenceRevoked', { customerId, ...data }).unless(
        licence.revokedAt ? [licenceRevoked(licence)] : [],
      )
    },
    InvestigateCredit: ({ customerId }, { data }) =>
      happens('CreditInvestigated', { customerId, ...data }).unless(limitProblems(data)),
  },
  begun: {
    CustomerFileOpened: ({ data, occurredAt: at }) => ({
      status: 'OPEN',
      ...data,
      openedAt: at,
      updatedAt: at,
      contacts: [],
      needs: [],
      licences: [],
      credit: null,
    }),
  },
  evolve: {
    CustomerKindChanged: (_, { data: { kind } }) => ({ kind }),
    CustomerOwnerAssigned: (_, { data: { ownerId } }) => ({ ownerId }),
    ContactPersonAdded: ({ contacts }, { data }) => ({ contacts: [...contacts, contentOf(data)] }),
    NeedRecorded: ({ needs }, { data, occurredAt }) => ({
      needs: [...needs, { ...contentOf(data), recordedAt: occurredAt }],
    }),
    LicenceRecorded: ({ licences }, { data }) => ({
      licences: [...licences, { ...contentOf(data), verifiedAt: null, revokedAt: null }],
    }),
    LicenceVerified: (file, { data, occurredAt }) => withLicence(file, data.licenceId, { verifiedAt: occurredAt }),
    LicenceRevoked: (file, { data, occurredAt }) => withLicence(file, data.licenceId, { revokedAt: occurredAt }),
    CreditInvestigated: (_, { data, occurredAt }) => ({ credit: { ...contentOf(data), investigatedAt: occurredAt } }),
  },
  // Weekly freshness is measured from the last change (CUS-7).
  settle: (file, { occurredAt }) => ({ ...file, updatedAt: laterOf(file.updatedAt, occurredAt) }),
})

function isOnFile({ licences }: CustomerFile, { kind, number }: CustomerTypes['commands']['RecordLicence']): boolean {
  return licences.some((known) => known.number === number && known.kind === kind && !known.revokedAt)
}

function limitProblems({ creditLimit }: CustomerTypes['commands']['InvestigateCredit']): readonly Violation[] {
  return creditLimit && creditLimit.minor < 0 ? [negativeCreditLimit(creditLimit.minor)] : []
}

function contentOf<Data extends { readonly customerId: string }>({
  customerId: _,
  ...content
}: Data): Omit<Data, 'customerId'> {
  return content
}

function withLicence({ licences }: CustomerFile, licenceId: string, change: Partial<Licence>): Partial<CustomerFile> {
  return { licences: licences.map((known) => (known.licenceId === licenceId ? { ...known, ...change } : known)) }
}
