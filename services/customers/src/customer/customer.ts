import type { CustomerEvent } from '@afterline/events'
import { customerStages, erasureGate, laterOf, type Violation } from '@afterline/rules'
import { type AnyCommandOf, aggregate, type CommandsOf, happens, refused } from '@afterline/service-kit/aggregate'
import {
  endsBeforeItBegins,
  licenceOnFile,
  licenceRevoked,
  licenceVerifiedBefore,
  negativeCreditLimit,
  unknownLicence,
} from './customer.refusals.ts'
import { type CustomerFile, customerCommands, customerState, type Licence } from './fields.ts'

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
  shape: 2,
  life: customerStages,
  commands: customerCommands,
  state: customerState,
  row: 'ownerId',
  begunAt: 'openedAt',
  unique: {
    organisation: {
      is: { zh: '单位名称', en: 'name of an organisation' },
      rule: 'CUS-1',
      path: 'organisation',
      of: ({ organisation }) => [[organisation]],
      remedy: {
        zh: '请合并到已有的档案（可请销售经理指派给您）；若为另一法人，请填写其完整登记名称。',
        en: 'Merge it into the file that is there (the sales manager can assign it to you); of another legal entity, enter the full registered name.',
      },
    },
    // One paper qualifies one party; a revoked one qualifies nobody.
    licence: {
      is: { zh: '发证机关的证照编号', en: 'licence number of this issuer' },
      rule: 'CUS-4',
      path: 'number',
      of: ({ licences }) =>
        licences.filter(({ revokedAt }) => revokedAt === null).map(({ number, issuer }) => [number, issuer]),
    },
  },
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
    RequestErasure: ({ customerId }, { data }) => happens('ErasureRequested', { customerId, ...data }),
    WithdrawErasure: ({ customerId }, { data }) => happens('ErasureWithdrawn', { customerId, ...data }),
    ConfirmErasure({ customerId, erasureRequest }, { by }) {
      if (erasureRequest === null) return refused()
      const { requestedBy } = erasureRequest
      return happens('PersonalDataErased', { customerId }).unless(erasureGate({ requestedBy, confirmedBy: by.id }))
    },
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
      erasureRequest: null,
      erasedAt: null,
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
    ErasureRequested: (_, { data: { reason }, occurredAt, actor }) => ({
      status: 'ERASURE_REQUESTED',
      erasureRequest: { requestedAt: occurredAt, requestedBy: actor.id, reason },
    }),
    ErasureWithdrawn: () => ({ status: 'OPEN', erasureRequest: null }),
    PersonalDataErased: (_, { occurredAt }) => ({ status: 'OPEN', erasureRequest: null, erasedAt: occurredAt }),
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
