import type { RuleId } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/violation.ts'
import { isRegulated, type ProductClass } from './product-class.ts'
import type { SalesRecordFields } from './sales-record.ts'

/** Fields that a rule asks for, any one of the named ones. */
export interface RequiredField {
  readonly anyOf: readonly (keyof SalesRecordFields)[]
  readonly name: Bilingual
}

/** One regulation's field set (C9). */
export interface RecordProfile {
  readonly rule: RuleId
  readonly requires: readonly RequiredField[]
}

const soldOn = { anyOf: ['soldOn'], name: { zh: '销售日期', en: 'sale date' } } as const
const seller = { anyOf: ['seller'], name: { zh: '销售单位', en: 'selling unit' } } as const
const buyer = { anyOf: ['buyerId'], name: { zh: '购货单位', en: 'buying unit' } } as const
const product = { anyOf: ['productName'], name: { zh: '产品名称', en: 'product name' } } as const
const manufacturer = { anyOf: ['manufacturer'], name: { zh: '生产厂商', en: 'manufacturer' } } as const
const model = { anyOf: ['specification', 'model'], name: { zh: '规格型号', en: 'specification or model' } } as const
const producedOn = { anyOf: ['producedOn'], name: { zh: '生产日期', en: 'production date' } } as const
// Goods made in lots bear no number of their own; their lot is the factory's number then.
const serial = {
  anyOf: ['serialNumber', 'lotNumber'],
  name: { zh: '出厂编号或批号', en: 'factory serial or lot number' },
} as const
const lot = { anyOf: ['lotNumber'], name: { zh: '生产批号', en: 'production lot' } } as const
const sterilisation = { anyOf: ['sterilisationLot'], name: { zh: '灭菌批号', en: 'sterilisation lot' } } as const
const expiry = { anyOf: ['expiresOn'], name: { zh: '有效期', en: 'expiry' } } as const
const unitPrice = { anyOf: ['unitPrice'], name: { zh: '单价', en: 'unit price' } } as const
const quality = { anyOf: ['qualityCondition'], name: { zh: '质量情况', en: 'quality condition' } } as const
const handler = { anyOf: ['handledBy'], name: { zh: '经办人', en: 'handler' } } as const
const signature = { anyOf: ['signedBy'], name: { zh: '负责人签名', en: "responsible person's signature" } } as const

/** The sets; the quantity, which each of them names too, stands on the shipped item that carries the record. */
export const recordProfiles = {
  sterile: {
    rule: 'TRC-2',
    requires: [soldOn, buyer, product, manufacturer, model, lot, sterilisation, expiry, handler, signature],
  },
  device: {
    rule: 'TRC-1',
    requires: [product, manufacturer, model, producedOn, serial, soldOn, seller, buyer, handler],
  },
  procedure: { rule: 'TRC-3', requires: [soldOn, buyer, product, model, unitPrice, manufacturer, quality, handler] },
  basic: { rule: 'TRC-4', requires: [product, model, soldOn, buyer] },
} as const satisfies Record<string, RecordProfile>

/**
 * The profiles that apply to a product, the most special first: a field is reported under the first that asks for it.
 * Devices follow all the sets written for devices, as the stricter rule applies; the basic set holds for any product (C37).
 */
export function profilesFor(productClass: ProductClass, isSterile: boolean): readonly RecordProfile[] {
  const { sterile, device, procedure, basic } = recordProfiles
  if (!isRegulated(productClass)) return [basic]
  return isSterile ? [sterile, device, procedure, basic] : [device, procedure, basic]
}
