import { identifierOf, type Quantity, thousandthsOf, type Violation } from '@afterline/rules'
import { moreSerialsThanGoods } from './lot.refusals.ts'

/** Each once, however it is written. */
export function distinctSerials(serials: readonly string[]): string[] {
  const seen = new Set<string>()
  return serials.filter((serial) => {
    const isNew = !seen.has(identifierOf(serial))
    seen.add(identifierOf(serial))
    return isNew
  })
}

/** TRC-1: a serial number is of one piece. */
export function serialCountProblems({
  quantity,
  serialNumbers,
}: {
  readonly quantity: Quantity
  readonly serialNumbers: readonly string[]
}): readonly Violation[] {
  const isMore = serialNumbers.length > Math.ceil(thousandthsOf(quantity) / 1000)
  return isMore ? [moreSerialsThanGoods(quantity, serialNumbers.length)] : []
}
