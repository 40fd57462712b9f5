import { identifierOf, type Quantity, thousandthsOf, type Violation } from '@afterline/rules'
import { moreSerialsThanGoods, serialReceivedBefore } from './lot.refusals.ts'

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

/** TRC-1: a serial number is of one piece, which came in once. What was scanned may be entered, too. */
export function receivedTwice(
  entered: readonly string[],
  received: readonly string[],
  known: readonly string[],
): readonly Violation[] {
  const seen = new Set(known.map(identifierOf))
  const listed = entered.flatMap((serial, index) => {
    const isTwice = seen.has(identifierOf(serial))
    seen.add(identifierOf(serial))
    return isTwice ? [serialReceivedBefore(serial, ['serialNumbers', String(index)])] : []
  })
  const isListed = new Set(entered.map(identifierOf))
  const isKnown = new Set(known.map(identifierOf))
  const scanned = received.filter((serial) => !isListed.has(identifierOf(serial)) && isKnown.has(identifierOf(serial)))
  return [...listed, ...scanned.map((serial) => serialReceivedBefore(serial, ['scan']))]
}
