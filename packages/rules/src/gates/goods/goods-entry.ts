import type { Violation } from '../../violation.ts'
import { isRegulated, type ProductClass } from '../product-class.ts'
import type { RecordFieldName, RecordValues } from './record-fields.ts'
import { profilesFor } from './record-profiles.ts'
import { isFilled } from './sales-record.ts'

export interface GoodsEntryInput {
  readonly productClass: ProductClass
  readonly isSterile: boolean
  /** What of the sales record is entered here, filled or not: of a product, or of a lot. */
  readonly entered: RecordValues
}

/**
 * TRC-1 to TRC-3 of a device, where product and lot are entered: what its sales record will need of them when it leaves is
 * asked for while the label is at hand. Other goods may be entered with less and completed before they leave (TRC-4).
 */
export function goodsEntryGate({ productClass, isSterile, entered }: GoodsEntryInput): readonly Violation[] {
  if (!isRegulated(productClass)) return []
  const own = (name: RecordFieldName) => Object.hasOwn(entered, name)
  const reported = new Set<string>()
  return profilesFor(productClass, isSterile).flatMap(({ rule, requires }) =>
    requires.flatMap(({ anyOf, name }) => {
      const [field = ''] = anyOf
      const isDue = anyOf.every(own) && !anyOf.some((one) => isFilled(entered[one])) && !reported.has(field)
      if (!isDue) return []
      reported.add(field)
      return [missingAtEntry(rule, { field, name }, { productClass, isSterile })]
    }),
  )
}

function missingAtEntry(
  rule: Violation['rule'],
  { field, name: { zh, en } }: { readonly field: string; readonly name: Violation['message'] },
  facts: Violation['facts'],
): Violation {
  return {
    rule,
    message: {
      zh: `缺少${zh}：没有它，该器械不能发货。`,
      en: `The ${en} is missing, without which such a device cannot leave.`,
    },
    path: [field],
    remedy: { zh: `按标签填写${zh}。`, en: `Enter the ${en} as the label bears it.` },
    facts: { ...facts, field },
  }
}
