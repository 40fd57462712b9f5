import { goodsEntryGate, type LocalDate, type Violation } from '@afterline/rules'
import type { Product } from '../product/product.ts'
import { noSterilisationLot } from './lot.refusals.ts'

interface EnteredGoods {
  readonly lotNumber: string
  readonly sterilisationLot: string | null
  readonly producedOn: LocalDate | null
  readonly expiresOn: LocalDate | null
}

/** TRC-1, TRC-2: what goods of the product's class cannot leave without. Whatever is sterile has a sterilisation lot. */
export function entryProblems(data: EnteredGoods, product: Product | null): readonly Violation[] {
  if (product === null) return []
  const { productClass, isSterile } = product
  const { lotNumber, sterilisationLot, producedOn, expiresOn } = data
  const entered = { lotNumber, sterilisationLot, producedOn, expiresOn }
  const problems = goodsEntryGate({ productClass, isSterile, entered })
  const isNamed = problems.some(({ path }) => path.includes('sterilisationLot'))
  const lacksLot = isSterile && sterilisationLot === null && !isNamed
  return lacksLot ? [...problems, noSterilisationLot(lotNumber)] : problems
}
