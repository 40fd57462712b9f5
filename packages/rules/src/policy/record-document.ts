import type { PolicyHeader } from './header.ts'
import type { Section } from './source.ts'

/** Fields of the sales record superset (C9). */
export const salesRecordFields = [
  'soldOn',
  'seller',
  'buyerId',
  'buyerLicenceNumber',
  'productName',
  'registrationNumber',
  'manufacturer',
  'model',
  'specification',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
  'producedOn',
  'lotNumber',
  'serialNumber',
  'sterilisationLot',
  'expiresOn',
  'qualityCondition',
  'invoiceNumber',
  'outboundCheckId',
  'vouchers',
  'handledBy',
  'signedBy',
] as const
export type SalesRecordField = (typeof salesRecordFields)[number]

/** STERILE adds to MEDICAL, MEDICAL to GENERAL. */
export const recordProfileNames = ['GENERAL', 'MEDICAL', 'STERILE'] as const
export type RecordProfileName = (typeof recordProfileNames)[number]

/** Each entry lists fields of which at least one must be filled in. */
export type RecordProfile = readonly (readonly SalesRecordField[])[]

export interface RecordDocument {
  readonly kind: 'records'
  readonly header: PolicyHeader
  readonly profiles: ReadonlyMap<RecordProfileName, RecordProfile>
  readonly requiredClauses: readonly string[]
}

/** A company's document adds fields and clauses; it cannot take any away. */
export function readRecords(file: Section, header: PolicyHeader): RecordDocument {
  file.allow('document', 'salesRecordProfiles', 'requiredContractClauses')
  const optional = header.layer === 'company'
  const clauses = optional && !file.has('requiredContractClauses') ? [] : file.texts('requiredContractClauses')
  const section = optional && !file.has('salesRecordProfiles') ? null : file.section('salesRecordProfiles')
  section?.allow(...recordProfileNames)
  const named = recordProfileNames.filter((name) => section !== null && (!optional || section.has(name)))
  const profiles = new Map(named.map((name) => [name, section ? readProfile(section, name) : []]))
  return { kind: 'records', header, profiles, requiredClauses: clauses ?? [] }
}

function readProfile(section: Section, name: RecordProfileName): RecordProfile {
  return (section.texts(name) ?? []).map((text) =>
    text.split(' or ').flatMap((part) => {
      const field = salesRecordFields.find((known) => known === part)
      if (field === undefined) section.problem(`'${part}' is not a field of the sales record`, name)
      return field ?? []
    }),
  )
}
