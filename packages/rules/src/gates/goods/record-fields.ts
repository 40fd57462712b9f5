import type { RuleId } from '../../catalogue/index.ts'
import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Money } from '../../primitives/money.ts'
import type { Quantity } from '../../primitives/quantity.ts'

/** The fields of a sales record that TRC-1 to TRC-4 ask for. */
export interface SalesRecordFields {
  readonly soldOn: LocalDate
  readonly seller: string
  readonly buyerId: string
  readonly productName: string
  readonly manufacturer: string | null
  readonly model: string | null
  readonly specification: string | null
  readonly unitPrice: Money
  readonly producedOn: LocalDate | null
  readonly lotNumber: string | null
  readonly serialNumber: string | null
  readonly sterilisationLot: string | null
  readonly expiresOn: LocalDate | null
  readonly qualityCondition: string | null
  readonly handledBy: string | null
  readonly signedBy: string | null
}

/** A set of fields that one rule asks for. */
export type ProfileName = 'sterile' | 'device' | 'procedure' | 'basic' | 'dealer' | 'accounts'

/**
 * The rule of each set. TRC-1 to TRC-4 are the regulations' own (C9). `dealer` is what the law asks of dealers in devices
 * beyond them (GEN-3), `accounts` what invoice, ledger and goods are matched by (FIN-2).
 */
export const profileRules = {
  sterile: 'TRC-2',
  device: 'TRC-1',
  procedure: 'TRC-3',
  basic: 'TRC-4',
  dealer: 'GEN-3',
  accounts: 'FIN-2',
} as const satisfies Record<ProfileName, RuleId>

/** Fields of the superset that no set of TRC-1 to TRC-4 asks for. */
interface FurtherFields {
  readonly buyerLicenceNumber: string
  readonly registrationNumber: string
  readonly quantity: Quantity
  readonly unit: string
  readonly amount: SalesRecordFields['unitPrice']
  readonly manufacturerLicenceNumber: string
  readonly serviceLifeEndsOn: SalesRecordFields['soldOn']
  readonly invoiceNumber: string
  readonly outboundCheckId: string
  readonly vouchers: readonly string[]
}

type Superset = SalesRecordFields & FurtherFields
export type RecordFieldName = keyof Superset

/** A sales record of which any field may be absent: what is absent counts as empty. */
export type RecordValues = { readonly [Name in RecordFieldName]?: Superset[Name] | null }

/** One field of the superset. */
export interface RecordField {
  /** Any one of the named ones fills it; the first is where a violation points. */
  readonly anyOf: readonly RecordFieldName[]
  readonly name: Bilingual
  readonly askedBy: readonly ProfileName[]
  /** It stands on the shipped item that carries the record, not on the record. */
  readonly isOnItem?: true
}

/**
 * The superset of C9, in its order, with who asks for what. C10: seller and buyer are two fields. Address and contact of
 * the buyer, which the law also asks of dealers, stand in the customer's file.
 */
export const recordFields = {
  soldOn: {
    anyOf: ['soldOn'],
    name: { zh: '销售日期', en: 'sale date' },
    askedBy: ['sterile', 'device', 'procedure', 'basic', 'dealer'],
  },
  seller: { anyOf: ['seller'], name: { zh: '销售单位', en: 'selling unit' }, askedBy: ['device'] },
  buyer: {
    anyOf: ['buyerId'],
    name: { zh: '购货单位', en: 'buying unit' },
    askedBy: ['sterile', 'device', 'procedure', 'basic', 'dealer'],
  },
  buyerLicence: {
    anyOf: ['buyerLicenceNumber'],
    name: { zh: '购货单位证件号', en: "buyer's licence number" },
    askedBy: ['dealer'],
  },
  product: {
    anyOf: ['productName'],
    name: { zh: '产品名称', en: 'product name' },
    askedBy: ['sterile', 'device', 'procedure', 'basic', 'dealer', 'accounts'],
  },
  registration: {
    anyOf: ['registrationNumber'],
    name: { zh: '注册证或备案凭证编号', en: 'registration or filing number' },
    askedBy: ['dealer'],
  },
  model: {
    anyOf: ['specification', 'model'],
    name: { zh: '规格型号', en: 'specification or model' },
    askedBy: ['sterile', 'device', 'procedure', 'basic', 'dealer'],
  },
  quantity: {
    anyOf: ['quantity'],
    name: { zh: '数量', en: 'quantity' },
    askedBy: ['sterile', 'device', 'procedure', 'basic', 'dealer', 'accounts'],
    isOnItem: true,
  },
  unit: { anyOf: ['unit'], name: { zh: '计量单位', en: 'unit' }, askedBy: ['accounts'] },
  unitPrice: {
    anyOf: ['unitPrice'],
    name: { zh: '单价', en: 'unit price' },
    askedBy: ['procedure', 'dealer', 'accounts'],
  },
  amount: { anyOf: ['amount'], name: { zh: '金额', en: 'amount' }, askedBy: ['dealer', 'accounts'] },
  manufacturer: {
    anyOf: ['manufacturer'],
    name: { zh: '生产厂商', en: 'manufacturer' },
    askedBy: ['sterile', 'device', 'procedure', 'dealer'],
  },
  manufacturerLicence: {
    anyOf: ['manufacturerLicenceNumber'],
    name: { zh: '生产许可证或备案凭证编号', en: "manufacturer's licence number" },
    askedBy: ['dealer'],
  },
  producedOn: { anyOf: ['producedOn'], name: { zh: '生产日期', en: 'production date' }, askedBy: ['device'] },
  // Goods made in lots bear no number of their own; their lot is the factory's number then.
  serial: {
    anyOf: ['serialNumber', 'lotNumber'],
    name: { zh: '出厂编号或批号', en: 'factory serial or lot number' },
    askedBy: ['device', 'dealer'],
  },
  lot: { anyOf: ['lotNumber'], name: { zh: '生产批号', en: 'production lot' }, askedBy: ['sterile'] },
  sterilisation: {
    anyOf: ['sterilisationLot'],
    name: { zh: '灭菌批号', en: 'sterilisation lot' },
    askedBy: ['sterile'],
  },
  // What was sterilised expires: a service life alone will not do for it.
  expiry: { anyOf: ['expiresOn'], name: { zh: '有效期', en: 'expiry' }, askedBy: ['sterile'] },
  serviceLife: {
    anyOf: ['expiresOn', 'serviceLifeEndsOn'],
    name: { zh: '有效期或使用期限', en: 'expiry or service life' },
    askedBy: ['dealer'],
  },
  quality: { anyOf: ['qualityCondition'], name: { zh: '质量情况', en: 'quality condition' }, askedBy: ['procedure'] },
  invoice: { anyOf: ['invoiceNumber'], name: { zh: '发票号码', en: 'invoice number' }, askedBy: ['accounts'] },
  outboundCheck: {
    anyOf: ['outboundCheckId'],
    name: { zh: '出库复核单', en: 'outbound check' },
    askedBy: ['accounts'],
  },
  vouchers: { anyOf: ['vouchers'], name: { zh: '凭证', en: 'vouchers' }, askedBy: ['accounts'] },
  handler: { anyOf: ['handledBy'], name: { zh: '经办人', en: 'handler' }, askedBy: ['sterile', 'device', 'procedure'] },
  signature: {
    anyOf: ['signedBy'],
    name: { zh: '负责人签名', en: "responsible person's signature" },
    askedBy: ['sterile'],
  },
} as const satisfies Record<string, RecordField>

/** The fields that a set asks for, in the order of the superset. */
export function fieldsAskedBy(profile: ProfileName): readonly RecordField[] {
  const fields: readonly RecordField[] = Object.values(recordFields)
  return fields.filter(({ askedBy }) => askedBy.includes(profile))
}
