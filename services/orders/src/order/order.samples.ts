import {
  type Instant,
  instantFromMillis,
  millisOf,
  money,
  parseInstant,
  parseLocalDate,
  parseQuantity,
  parseTimeZone,
} from '@afterline/rules'
import type { Deviation } from '../deviation/deviation.ts'
import type { Lot } from '../lot/lot.ts'
import type { Product } from '../product/product.ts'
import type { CustomerFacts } from '../projections/customer-facts.ts'
import type { GoodsToShip, OrderCommandName, OrderCommandOf, OrderLookUp } from './commands.ts'

/** A hospital that may buy, a syringe in a released lot, and orders of it: what the tests of this folder vary. */
const uuid = (number: number) => `0195b1f0-0000-7000-8000-${String(number).padStart(12, '0')}`

export const ids = {
  order: uuid(1),
  customer: uuid(2),
  syringe: uuid(3),
  gauze: uuid(4),
  line: uuid(5),
  otherLine: uuid(6),
  lot: uuid(7),
  otherLot: uuid(8),
  licence: uuid(9),
  check: uuid(10),
  shipment: uuid(11),
  otherShipment: uuid(12),
  nothing: uuid(99),
}

export const placedAt = parseInstant('2026-03-02T09:00:00+08:00')
/** So many hours after the placing; negative for before it. */
export const hours = (count: number): Instant => instantFromMillis(millisOf(placedAt) + count * 3_600_000)

const seller = { id: 'sales-2', role: 'SALESPERSON' }

export const syringe: Product = {
  status: 'REGISTERED',
  productId: ids.syringe,
  code: 'SY-5',
  name: 'Syringe 5 ml',
  productClass: 'CLASS_III',
  isSterile: true,
  registrationNumber: 'REG-20253140001',
  manufacturer: 'Jade Medical',
  model: 'SY-5',
  specification: '5 ml',
  unit: 'piece',
  listPrice: money(250, 'CNY'),
  productCategory: 'SYRINGE',
  sourceKey: null,
  deviceIdentifier: '09501101530003',
}

/** Not a device, without a list price. */
export const gauze: Product = {
  ...syringe,
  productId: ids.gauze,
  code: 'GA-1',
  name: 'Cleaning cloth',
  productClass: 'UNREGULATED',
  isSterile: false,
  listPrice: null,
  deviceIdentifier: null,
}

export const lot: Lot = {
  status: 'RELEASED',
  lotId: ids.lot,
  productId: ids.syringe,
  productClass: 'CLASS_III',
  lotNumber: 'L-26-01',
  sterilisationLot: 'ST-26-01',
  producedOn: parseLocalDate('2026-01-05'),
  expiresOn: parseLocalDate('2028-01-04'),
  quantity: parseQuantity('1000'),
  serialNumbers: [],
  receivedAt: parseInstant('2026-01-20T09:00:00+08:00'),
  replenishments: [],
  decisions: [
    {
      status: 'RELEASED',
      source: 'QUALITY_CONTROL',
      reason: 'conforms',
      decidedAt: parseInstant('2026-01-21T09:00:00+08:00'),
    },
  ],
}

export const hospital: CustomerFacts = {
  customerId: ids.customer,
  organisation: 'Riverside Hospital',
  ownerId: null,
  kind: 'CUSTOMER',
  licences: [
    {
      licenceId: ids.licence,
      kind: 'MEDICAL_INSTITUTION_LICENCE',
      number: 'MI-4711',
      scope: ['CLASS_I', 'CLASS_II', 'CLASS_III'],
      validFrom: parseLocalDate('2025-01-01'),
      validUntil: parseLocalDate('2026-12-31'),
      verifiedAt: parseInstant('2026-01-02T09:00:00+08:00'),
      revokedAt: null,
    },
  ],
  credit: [{ outcome: 'GOOD', creditLimit: null, investigatedAt: parseInstant('2026-01-03T09:00:00+08:00') }],
  needs: [{ needId: ids.nothing, productClasses: [], recordedAt: parseInstant('2026-01-04T09:00:00+08:00') }],
}

/** A syringe for 2.40 instead of 2.50. */
export const deviation: Deviation = {
  status: 'APPROVED',
  deviationId: ids.otherShipment,
  productId: ids.syringe,
  customerId: ids.customer,
  floorPrice: money(240, 'CNY'),
  validUntil: parseInstant('2026-04-01T00:00:00+08:00'),
  reason: 'large order',
  approvedBy: 'manager-1',
  approverRole: 'SALES_MANAGER',
  approvedAt: parseInstant('2026-03-01T09:00:00+08:00'),
  withdrawnAt: null,
  withdrawalReason: null,
}

export const lookUp: OrderLookUp = {
  customer: hospital,
  products: { [ids.syringe]: syringe, [ids.gauze]: gauze },
  lots: { [ids.lot]: lot },
  scanned: {},
  deviations: {},
  movements: {},
  shipsUndecided: false,
  zone: parseTimeZone('Asia/Shanghai'),
  seller: 'Sample Seller',
}

export function command<Type extends OrderCommandName>(
  type: Type,
  data: OrderCommandOf<Type>['data'],
  at: Instant,
): OrderCommandOf<Type> {
  // The parameters are those of the one command of this type; TypeScript does not follow that through the union.
  return { type, data, at, by: seller } as unknown as OrderCommandOf<Type>
}

export const lineToPlace = {
  lineId: ids.line,
  productId: ids.syringe,
  lotId: null,
  quantity: parseQuantity('100'),
  unitPrice: money(250, 'CNY'),
  contractShipBy: null,
  approvedDeviation: null,
}

export const orderHead = {
  orderId: ids.order,
  customerId: ids.customer,
  salespersonId: 'sales-2',
  channel: 'DIRECT',
  sourceKey: null,
}

export const placedLine = {
  lineId: ids.line,
  productId: ids.syringe,
  productClass: 'CLASS_III' as const,
  lotId: null,
  quantity: parseQuantity('100'),
  unitPrice: money(250, 'CNY'),
  netAmount: money(25_000, 'CNY'),
  approvedDeviation: null,
  contractShipBy: null,
}

export const itemToShip = {
  lineId: ids.line,
  lotId: ids.lot,
  quantity: parseQuantity('100'),
  serialNumber: null,
  qualityCondition: 'intact',
}

export const goodsToShip: GoodsToShip = {
  shipmentId: ids.shipment,
  carrier: 'Road Express',
  items: [itemToShip],
  invoiceNumber: null,
  vouchers: [],
  handledBy: 'sales-2',
  signedBy: 'Ward manager',
}
