import {
  type GoodsLabel,
  type Instant,
  localDateOf,
  otherwiseOnLabel,
  otherwiseThanTold,
  type Quantity,
  readLabel,
  thousandthsOf,
  type Violation,
} from '@afterline/rules'
import * as refusal from '../../label/label.refusals.ts'
import { deviceProblems, type ScannedRecords } from '../../label/label.ts'
import type { Lot } from '../../lot/lot.ts'
import type { OrderCommandOf, OrderLookUp } from '../commands.ts'
import { neitherLineNorScan, unknownLine } from '../order.refusals.ts'
import type { Order, OrderLine } from '../state.ts'

type CheckOutbound = OrderCommandOf<'CheckOutbound'>
type ItemToCheck = CheckOutbound['data']['items'][number]

/** Goods that are looked at, as the event tells of them. */
export interface CheckedGoods {
  readonly lineId: string
  readonly lotId: string | null
  readonly quantity: Quantity
  readonly result: ItemToCheck['result']
  readonly serialNumber: string | null
}

/** Goods in their place in the command, and the line that they are for. */
export interface GoodsOfLine {
  readonly item: CheckedGoods
  readonly line: OrderLine
  /** The label that was scanned, where one was. */
  readonly scan: string | null
  readonly path: readonly string[]
}

/** TRC-4: what each item is, as it was entered and as its label says; items that cannot be told stay out. */
export function itemsToCheck(
  order: Order,
  { data, at }: CheckOutbound,
  lookUp: OrderLookUp,
): { readonly goods: readonly GoodsOfLine[]; readonly violations: readonly Violation[] } {
  const goods: GoodsOfLine[] = []
  const violations: Violation[] = []
  for (const [index, item] of data.items.entries()) {
    const path = ['items', String(index)]
    const told =
      item.scan === null
        ? entered(order, item, path)
        : scanned(order, { ...item, scan: item.scan }, goods, { at, lookUp, path })
    if (told.item !== null) goods.push({ item: told.item, line: told.line, scan: item.scan, path })
    violations.push(...told.violations)
  }
  return { goods, violations }
}

type Told =
  | { readonly item: CheckedGoods; readonly line: OrderLine; readonly violations: readonly Violation[] }
  | { readonly item: null; readonly violations: readonly Violation[] }

const not = (...violations: readonly Violation[]): Told => ({ item: null, violations })

function entered(order: Order, { scan: _, ...item }: ItemToCheck, path: readonly string[]): Told {
  const { lineId } = item
  if (lineId === null) return not(neitherLineNorScan(path))
  const line = order.lines.find((one) => one.lineId === lineId)
  return line === undefined ? not(unknownLine(lineId, path)) : { item: { ...item, lineId }, line, violations: [] }
}

interface Surroundings {
  readonly at: Instant
  readonly lookUp: OrderLookUp
  readonly path: readonly string[]
}

function scanned(
  order: Order,
  item: ItemToCheck & { readonly scan: string },
  before: readonly GoodsOfLine[],
  { at, lookUp, path }: Surroundings,
): Told {
  const { scan, lineId } = item
  const place = [...path, 'scan']
  const { label, violations } = readLabel(scan, at, place)
  if (label === null) return not(...violations)
  const records = lookUp.scanned[scan] ?? NOTHING_KNOWN
  const { productId } = records
  const unknown = deviceProblems(scan, label, productId === null ? null : { productId }, place)
  if (unknown.length > 0) return not(...unknown)
  if (productId === null) return not(refusal.noDevice(scan, place))
  if (lineId !== null && !order.lines.some((line) => line.lineId === lineId)) return not(unknownLine(lineId, path))
  const lines = order.lines.filter(
    (line) => line.productId === productId && (lineId === null || line.lineId === lineId),
  )
  const line = lineFor(order, lines, records, before)
  if (line === undefined) return not(refusal.notOrdered(scan, { lineId }, place))
  const lotId = label.lotNumber === null ? item.lotId : lotOf(records, [item.lotId, line.lotId])
  const { quantity, result } = item
  const serialNumber = label.serialNumber ?? item.serialNumber
  return {
    item: { lineId: line.lineId, lotId, quantity, result, serialNumber },
    line,
    violations: [
      ...lotProblems({ item, line, label, records, path }),
      // TRC-1: where a number is entered, too, it is the one on the label.
      ...otherwiseThanTold(scan, { told: item, scanned: label, fields: ['serialNumber'] }, path),
      ...labelProblems({ scan, label, result, path: place }, lotId === null ? undefined : lookUp.lots[lotId], {
        ...lookUp,
        at,
      }),
    ],
  }
}

const NOTHING_KNOWN: ScannedRecords = { productId: null, lotIds: [] }

/** Of several lines of a product, the one that names the lot; else the first of which not all was checked. */
function lineFor(
  order: Order,
  lines: readonly OrderLine[],
  { lotIds }: ScannedRecords,
  before: readonly GoodsOfLine[],
): OrderLine | undefined {
  const isWaiting = ({ lineId, quantity }: OrderLine) => {
    const passed = order.checks.flatMap(({ items }) => items).filter((item) => item.result === 'PASSED')
    const all = [...passed, ...before.map(({ item }) => item)].filter((item) => item.lineId === lineId)
    return all.reduce((sum, item) => sum + thousandthsOf(item.quantity), 0) < thousandthsOf(quantity)
  }
  const naming = lines.find(({ lotId }) => lotId !== null && lotIds.includes(lotId))
  const free = lines.filter(({ lotId }) => lotId === null)
  return naming ?? free.find(isWaiting) ?? free[0] ?? lines[0]
}

/** Of records that are one lot, the one that was named before. */
function lotOf({ lotIds }: ScannedRecords, named: readonly (string | null)[]): string | null {
  return named.find((id) => id !== null && lotIds.includes(id)) ?? lotIds[0] ?? null
}

interface OfScan {
  readonly item: ItemToCheck & { readonly scan: string }
  readonly line: OrderLine
  readonly label: GoodsLabel
  readonly records: ScannedRecords
  readonly path: readonly string[]
}

/** TRC-4: goods of the lot that was received, entered, and named by the order. */
function lotProblems({ item, line, label: { lotNumber }, records: { lotIds }, path }: OfScan): readonly Violation[] {
  const { scan, lotId } = item
  const place = [...path, 'scan']
  if (lotNumber === null) return []
  if (lotIds.length === 0) return [refusal.lotNeverReceived(scan, lotNumber, place)]
  return [
    ...(lotId === null || lotIds.includes(lotId)
      ? []
      : [otherwiseOnLabel(scan, { field: 'lotId', told: lotId, scanned: lotIds[0] ?? '' }, path)]),
    ...(line.lotId === null || lotIds.includes(line.lotId)
      ? []
      : [refusal.lotNotWanted(scan, lotNumber, line.lotId, place)]),
  ]
}

/** TRC-2: a label that says of its lot what is on record; DEL-3: nothing that is expired passes. */
function labelProblems(
  {
    scan,
    label,
    result,
    path,
  }: { readonly scan: string; readonly label: GoodsLabel; readonly result: string; readonly path: readonly string[] },
  lot: Lot | undefined,
  { at, zone }: Pick<OrderLookUp, 'zone'> & { readonly at: Instant },
): readonly Violation[] {
  const others = otherwiseThanTold(scan, { told: lot ?? {}, scanned: label, fields: ['producedOn', 'expiresOn'] }, path)
  const until = label.expiresOn ?? lot?.expiresOn ?? null
  const isExpired = until !== null && until < localDateOf(at, zone)
  return isExpired && result === 'PASSED' ? [...others, refusal.expiredGoods(scan, until, path)] : others
}
