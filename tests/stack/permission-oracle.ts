/*
 * Who may see what, written by hand from the regulations and the roles' duties: neither the schema's directives nor the
 * code that enforces them are asked. It is naive on purpose: one role, one record, one field at a time.
 */

const SALES = ['SALESPERSON', 'SALES_MANAGER']
const SERVICE = [
  'QUALITY_CONTROL',
  'ADMINISTRATION',
  'AFTER_SALES',
  'SERVICE_ENGINEER',
  'HOTLINE_AGENT',
  'COMPLAINT_DESK',
  'MEDICAL_ADVISOR',
]
const OVERSIGHT = ['LEADERSHIP', 'AUDITOR']
const GOODS = ['WAREHOUSE', 'PRODUCTION', 'OPERATOR']
const OFFICE = ['FINANCE', 'LEGAL']
const FIELD_STAFF = ['SERVICE_ENGINEER']

const without = (roles: readonly string[], ...others: readonly string[]) =>
  roles.filter((role) => !others.includes(role))

const orderReaders = [...SALES, ...SERVICE, ...OVERSIGHT, ...GOODS, ...OFFICE]
const fileReaders = without(orderReaders, ...GOODS)
const complaintReaders = [...SALES, ...SERVICE, ...OVERSIGHT, 'LEGAL']
const ratingReaders = [...SALES, ...SERVICE, ...OVERSIGHT, 'MARKETING']

/** Roles that may read a record of the type at all. */
export const readers: Readonly<Record<string, readonly string[]>> = {
  Customer: fileReaders,
  Order: orderReaders,
  // Of an order, also where a lot leads to it.
  Shipment: orderReaders,
  Lot: orderReaders,
  Product: [...orderReaders, 'MARKETING'],
  Contract: [...SALES, ...OVERSIGHT, ...OFFICE, 'QUALITY_CONTROL', 'OPERATOR'],
  Complaint: complaintReaders,
  Survey: ratingReaders,
  Scorecard: [...SALES, ...OVERSIGHT, 'FINANCE', 'QUALITY_CONTROL', 'ADMINISTRATION', 'MARKETING', 'OPERATOR'],
  DeadlineBoard: without(orderReaders, ...FIELD_STAFF),
  Operations: ['OPERATOR', 'AUDITOR'],
}

/** Single fields that others read, too, or fewer. */
const fieldReaders: Readonly<Record<string, readonly string[]>> = {
  'Customer.organisation': [...orderReaders, 'MARKETING'],
  'Customer.contacts': [...fileReaders, 'DELIVERY_CHANNEL'],
}

/** Roles that may follow an edge, where these are not the readers of what it leads to. */
const edgeReaders: Readonly<Record<string, readonly string[]>> = {
  'Query.customers': without(fileReaders, ...FIELD_STAFF),
  'Query.customer': fileReaders,
  'Query.orders': without(orderReaders, ...FIELD_STAFF),
  'Query.complaints': without(complaintReaders, 'SALESPERSON'),
  'Query.surveys': without(ratingReaders, 'SALESPERSON'),
  'Query.survey': without(ratingReaders, 'SALESPERSON'),
  'Query.findings': [...OVERSIGHT, 'SALES_MANAGER', 'LEGAL', 'QUALITY_CONTROL', 'OPERATOR'],
  'Customer.ratings': ratingReaders,
  'Complaint.surveys': without(ratingReaders, 'MARKETING'),
}

/** Text about people, in the clear to those who deal with customers and masked to every other reader (SEC-2). */
export const personal: readonly string[] = [
  'ContactPerson.name',
  'ContactPerson.phone',
  'ContactPerson.email',
  'Complaint.description',
  'ComplaintRegistration.verification',
  'Complainant.name',
  'Complainant.phone',
  'Survey.comment',
  'OfflineAnswer.saidBy',
  'OfflineAnswer.evidence',
  'OfflineAnswer.comment',
]
const inTheClear = [...SALES, ...SERVICE, 'DELIVERY_CHANNEL']

/** Shown to nobody on staff: whoever holds it answers as the customer (SVY-2). */
const SECRET = ['Invitation.token']

/** Staff id of the salesperson whose a record is; absent for records that are everybody's. */
export type Owners = ReadonlyMap<string, string>

export interface Caller {
  readonly id: string
  readonly roles: readonly string[]
}

export interface SeenRecord {
  readonly type: string
  readonly id: string
}

export function oracleOf(owners: Owners) {
  /** A salesperson opens own records only. */
  const opens = (role: string, caller: Caller, { id }: SeenRecord) =>
    role !== 'SALESPERSON' || !owners.has(id) || owners.get(id) === caller.id
  const opening = (caller: Caller, record: SeenRecord, among: readonly string[]) =>
    caller.roles.filter((role) => among.includes(role) && opens(role, caller, record))
  const readersOfAny = (type: string) => [
    ...(readers[type] ?? []),
    ...Object.entries(fieldReaders).flatMap(([field, roles]) => (field.startsWith(`${type}.`) ? roles : [])),
  ]
  return {
    /** Whether the caller may meet the record at all, having come to it over this edge. */
    meets: (caller: Caller, record: SeenRecord, edge: string) =>
      opening(caller, record, readersOfAny(record.type)).some((role) => (edgeReaders[edge] ?? [role]).includes(role)),
    /** Whether the caller may read a field of the record, or of what it consists of. */
    reads: (caller: Caller, record: SeenRecord, field: string) =>
      !SECRET.includes(field) && opening(caller, record, fieldReaders[field] ?? readers[record.type] ?? []).length > 0,
    readsInTheClear: (caller: Caller, record: SeenRecord) =>
      opening(caller, record, readersOfAny(record.type)).some((role) => inTheClear.includes(role)),
    /** Whether the caller may follow the edge from a record, whatever it leads to. */
    follows: (caller: Caller, edge: string) =>
      caller.roles.some((role) => (edgeReaders[edge] ?? [role]).includes(role)),
  }
}

export type Oracle = ReturnType<typeof oracleOf>
