import {
  ContactPersonAdded,
  CreditInvestigated,
  CustomerFileOpened,
  CustomerKindChanged,
  CustomerOwnerAssigned,
  described,
  ErasureRequested,
  ErasureWithdrawn,
  Id,
  InstantText,
  LicenceRecorded,
  LicenceRevoked,
  LicenceVerified,
  NeedRecorded,
  named,
  nullable,
  ShortText,
  Type,
} from '@afterline/events'
import {
  command,
  type DataOf,
  fieldsBesides,
  newId,
  type Shown,
  shownAs,
  shownTo,
  standard,
} from '@afterline/service-kit/aggregate'

/** Who erases persons: one of them asks for it, another one confirms. */
const ERASING = ['LEGAL', 'ADMINISTRATION'] as const
const SALES = ['SALESPERSON', 'SALES_MANAGER'] as const
const opened = CustomerFileOpened.data.properties
const contact = fieldsBesides('customerId', ContactPersonAdded)
const need = fieldsBesides('customerId', NeedRecorded)
const licence = fieldsBesides('customerId', LicenceRecorded)
const investigation = fieldsBesides('customerId', CreditInvestigated)

export const customerCommands = {
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
    ...contact,
    contactId: newId('contact'),
  }),
  RecordNeed: command('NeedRecorded', SALES, {
    ...need,
    needId: newId('need'),
    productClasses: standard(need.productClasses, []),
  }),
  RecordLicence: command('LicenceRecorded', [...SALES, 'LEGAL'], { ...licence, licenceId: newId('licence') }),
  VerifyLicence: command('LicenceVerified', ['QUALITY_CONTROL', 'LEGAL'], fieldsBesides('customerId', LicenceVerified)),
  RevokeLicence: command('LicenceRevoked', ['QUALITY_CONTROL', 'LEGAL'], fieldsBesides('customerId', LicenceRevoked)),
  InvestigateCredit: command('CreditInvestigated', ['FINANCE', 'SALES_MANAGER'], investigation),
  RequestErasure: command('ErasureRequested', ERASING, fieldsBesides('customerId', ErasureRequested)),
  WithdrawErasure: command('ErasureWithdrawn', ERASING, fieldsBesides('customerId', ErasureWithdrawn)),
  ConfirmErasure: command('PersonalDataErased', ERASING).asks('erasureGate'),
}

const ContactPerson = named(
  'ContactPerson',
  'A person to talk to. Personal fields are stored encrypted; null once the person was erased.',
  {
    contactId: shownAs('id', Id),
    name: described(contact.name, 'As the person is addressed; null once erased.'),
    phone: described(
      contact.phone,
      'With area or country code, as it was given; null where unknown, or once the person was erased.',
    ),
    email: described(contact.email, 'Null where unknown, or once the person was erased.'),
    position: described(
      contact.position,
      'What the person is in the organisation. Not encrypted, and kept when the person is erased.',
    ),
  },
)

const CustomerNeed = named(
  'CustomerNeed',
  'What the customer wants; only what satisfies a recorded need is sold (CUS-8).',
  {
    ...need,
    needId: shownAs('id', Id),
    description: described(need.description, "In the salesperson's words."),
    recordedAt: described(InstantText, 'From then on orders may be confirmed by it.'),
  },
)

const Licence = named(
  'Licence',
  'A licence or qualification. It opens gates from its verification until its last day of validity.',
  {
    ...licence,
    licenceId: shownAs('id', Id),
    number: described(licence.number, 'As printed on it.'),
    issuer: described(licence.issuer, 'The authority that granted it.'),
    verifiedAt: described(
      nullable(InstantText),
      'When it was checked with its issuer; null until then, and it opens no gate.',
    ),
    revokedAt: described(
      nullable(InstantText),
      'When it was taken out of use; it opens no gate from then on. Null where it was not.',
    ),
  },
)

const CreditInvestigation = named('CreditInvestigation', 'An investigation of commercial credit (CUS-4).', {
  ...investigation,
  outcome: described(investigation.outcome, 'What it came to.'),
  creditLimit: described(investigation.creditLimit, 'How much may be owed at once; null where no limit was set.'),
  findings: described(investigation.findings, 'What the outcome rests on.'),
  investigatedAt: described(InstantText, 'When it was concluded; orders confirmed later are judged by it.'),
})

const ErasureRequest = named('ErasureRequest', 'What was asked for: that the persons of a file be erased (SEC-3).', {
  requestedAt: described(InstantText, 'When it was asked for.'),
  requestedBy: described(ShortText, 'Staff id; a second person has to confirm it.'),
  reason: described(ErasureRequested.data.properties.reason, 'On what ground.'),
})

export const customerState = {
  ...opened,
  // Goods are sent to somebody, and a rating is somebody's: the name is all that such a reader sees of the file.
  organisation: shownTo(
    'CUSTOMER_NAME_READERS',
    described(opened.organisation, "Under this name it trades; an organisation's, so it is not encrypted."),
  ),
  kind: described(opened.kind, 'Where the relation stands now.'),
  openedAt: described(InstantText, 'Since when there is a file.'),
  updatedAt: described(InstantText, 'Last change of the file (weekly freshness, CUS-7).'),
  contacts: shownTo(
    'CONTACT_READERS',
    described(
      Type.Array(ContactPerson),
      'Contact persons. Names and addresses are masked for roles that do not deal with the customer.',
    ),
  ),
  needs: described(Type.Array(CustomerNeed), 'Recorded needs; without one nothing may be confirmed (CUS-8).'),
  licences: described(Type.Array(Licence), 'In the order in which they were recorded; expired and revoked ones stay.'),
  credit: described(
    nullable(CreditInvestigation),
    'Result of the last credit investigation (CUS-4); null when there was none.',
  ),
  erasureRequest: described(
    nullable(ErasureRequest),
    'Waits for a second person to confirm it, or for its withdrawal; null where none does.',
  ),
  erasedAt: described(
    nullable(InstantText),
    'When text about persons was erased last: names, phone numbers and the like from before are null here, in complaints and in ratings, and stay so. Null where nothing was.',
  ),
}

export type CustomerFile = DataOf<typeof customerState> & { readonly status: 'OPEN' | 'ERASURE_REQUESTED' }
export type ShownCustomer = Shown<CustomerFile>
export type Licence = DataOf<typeof Licence.properties>
