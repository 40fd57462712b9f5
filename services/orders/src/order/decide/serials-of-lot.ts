import { identifierOf, parseQuantity, thousandthsOf, type Violation } from '@afterline/rules'
import { serialNeverReceived } from '../../label/label.refusals.ts'
import type { Lot } from '../../lot/lot.ts'
import { serialsLeftOut } from '../order.refusals.ts'
import type { GoodsOfLine } from './scanned-items.ts'

const ONE_PIECE = thousandthsOf(parseQuantity('1'))

/**
 * TRC-1: of a lot of which every serial number is known, each piece that passes is named by one of them; else a number that
 * is left out would leave unseen, as often as anybody likes.
 */
export function serialsOfLotProblems(
  lots: Readonly<Record<string, Lot>>,
  goods: readonly GoodsOfLine[],
): readonly Violation[] {
  return goods.flatMap((one) => {
    const lot = one.item.lotId === null ? undefined : lots[one.item.lotId]
    return lot !== undefined && areAllKnown(lot) ? [...strangers(lot, one), ...leftOut(lot, one)] : []
  })
}

function areAllKnown({ serialNumbers, quantity }: Lot): boolean {
  return serialNumbers.length * ONE_PIECE >= thousandthsOf(quantity)
}

function strangers(lot: Lot, { item: { serialNumber }, scan, path }: GoodsOfLine): readonly Violation[] {
  if (serialNumber === null) return []
  const isKnown = lot.serialNumbers.some((known) => identifierOf(known) === identifierOf(serialNumber))
  const place = [...path, scan === null ? 'serialNumber' : 'scan']
  return isKnown ? [] : [serialNeverReceived(scan, serialNumber, lot.lotNumber, place)]
}

/** What failed stays, whichever piece it is. */
function leftOut(lot: Lot, { item: { serialNumber, quantity, result }, path }: GoodsOfLine): readonly Violation[] {
  const missing = Math.ceil(thousandthsOf(quantity) / ONE_PIECE) - (serialNumber === null ? 0 : 1)
  return result === 'PASSED' && missing > 0 ? [serialsLeftOut(lot, quantity, missing, path)] : []
}
