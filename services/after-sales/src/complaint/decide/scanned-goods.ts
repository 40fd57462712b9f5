import type { ComplaintReceived, EventOf } from '@afterline/events'
import {
  type GoodsLabel,
  type Instant,
  identifierOf,
  otherwiseOnLabel,
  readLabel,
  type Violation,
} from '@afterline/rules'

/** What is on record here of the goods that a complaint names; `null` and empty for what nobody has told of. */
export interface KnownGoods {
  /** Of the scanned device. */
  readonly productId: string | null
  /** Of the scanned lot; more than one where it was received twice before its number was unique. */
  readonly lotIds: readonly string[]
  /** Device identifier of the product that was entered. */
  readonly deviceTold: string | null
  /** The lot that was entered. */
  readonly lotTold: { readonly productId: string | null; readonly lotNumber: string | null } | null
}

export const NO_GOODS: KnownGoods = { productId: null, lotIds: [], deviceTold: null, lotTold: null }

type ReceivedData = EventOf<typeof ComplaintReceived>['data']

/** As it was entered; what is no id is text that somebody read out. */
interface Told {
  readonly scan: string | null
  readonly productId: string | null
  readonly lotId: string | null
}

export interface ScannedGoods {
  /** What the label bears, or the records that were named; `null` where neither tells anything. */
  readonly goods: ReceivedData['goods']
  /** Whether the label bears more than is kept of it. */
  readonly bearsMore: boolean
  /** `null` where the label names no product that is known here. */
  readonly productId: string | null
  readonly lotId: string | null
  readonly violations: readonly Violation[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isId(text: string): boolean {
  return UUID.test(text)
}

/**
 * TRC-4, TRC-7: what a label says is relied on where it can be read whole, and where nothing else is entered besides. What
 * nobody here knows refuses no complaint (CMP-1).
 */
export function scannedGoods(told: Told, at: Instant, known: KnownGoods): ScannedGoods {
  const nothing = { goods: onRecord(known), bearsMore: false, productId: null, lotId: null }
  if (told.scan === null) return { ...nothing, violations: [] }
  const { label, unread, violations } = readLabel(told.scan, at, ['scan'])
  if (label === null) return { ...nothing, violations }
  const contradictions = [...otherProduct(told, label, known), ...otherLot(told, label, known)]
  const { gtin, ...others } = label
  return {
    goods: { ...others, deviceIdentifier: gtin ?? known.deviceTold, lotNumber: label.lotNumber ?? lotNumberOf(known) },
    bearsMore: unread.length > 0,
    productId: known.productId,
    lotId: known.lotIds[0] ?? null,
    violations: contradictions.map((other) => otherwiseOnLabel(told.scan ?? '', other, [])),
  }
}

/** What is on record of the product and lot that were named. */
function onRecord(known: KnownGoods): ReceivedData['goods'] {
  const [deviceIdentifier, lotNumber] = [known.deviceTold, lotNumberOf(known)]
  if (deviceIdentifier === null && lotNumber === null) return null
  return { deviceIdentifier, lotNumber, serialNumber: null, producedOn: null, expiresOn: null }
}

function lotNumberOf({ lotTold }: KnownGoods): string | null {
  return lotTold?.lotNumber ?? null
}

type Contradiction = Parameters<typeof otherwiseOnLabel>[1]

function otherProduct({ productId: told }: Told, { gtin }: GoodsLabel, known: KnownGoods): readonly Contradiction[] {
  if (told === null || !isId(told) || gtin === null) return []
  const isOther =
    known.productId === null
      ? known.deviceTold !== null && known.deviceTold !== gtin
      : known.productId !== told.toLowerCase()
  return isOther ? [{ field: 'productId', told: known.deviceTold ?? told, scanned: gtin }] : []
}

function otherLot({ lotId: told }: Told, { gtin, lotNumber }: GoodsLabel, known: KnownGoods): readonly Contradiction[] {
  if (told === null || !isId(told)) return []
  const { lotIds, lotTold } = known
  if (lotNumber !== null) {
    const isOtherNumber = lotTold?.lotNumber != null && identifierOf(lotTold.lotNumber) !== identifierOf(lotNumber)
    const isOther = isOtherNumber || (lotIds.length > 0 && !lotIds.includes(told.toLowerCase()))
    if (isOther) return [{ field: 'lotId', told: lotTold?.lotNumber ?? told, scanned: lotNumber }]
  }
  const isOfOther = known.productId !== null && lotTold !== null && lotTold.productId !== known.productId
  return isOfOther && gtin !== null ? [{ field: 'lotId', told: lotTold.lotNumber ?? told, scanned: gtin }] : []
}
