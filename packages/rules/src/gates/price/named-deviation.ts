import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import { isWithdrawn, type Moment } from '../moment.ts'
import { deviationFlaws, type PriceDeviation } from './price-deviation.ts'
import { uncoveredPrice } from './quote-violations.ts'

/** Who may approve another price than the list's. */
export const DEVIATION_APPROVERS = ['SALES_MANAGER', 'LEADERSHIP'] as const

/** An approval as it is on record. */
export interface DeviationOnRecord extends PriceDeviation {
  /** For whom; `null` for any customer. */
  readonly customerId: string | null
  readonly withdrawnAt: Instant | null
}

/** A line of an order that names an approval. */
export interface LineNamingDeviation {
  readonly lineId: string
  readonly productId: string
  readonly unitPrice: Money
  /** `null` where the product has none. */
  readonly listPrice: Money | null
  /** What the line names. */
  readonly named: string
  /** `null` when there is no such approval. */
  readonly deviation: DeviationOnRecord | null
  readonly path: readonly string[]
}

export interface NamedDeviationInput extends Moment {
  readonly lines: readonly LineNamingDeviation[]
  readonly customerId: string
  readonly salespersonId: string
}

/** QUO-2: the approval that a line names is on record, holds at that instant, and is for this product, price and customer. */
export function namedDeviationGate({
  lines,
  customerId,
  salespersonId,
  ...moment
}: NamedDeviationInput): readonly Violation[] {
  const { at } = moment
  return lines.flatMap((line) => {
    const { deviation, path } = line
    if (deviation === null) return [unfit(UNKNOWN, line, { named: line.named })]
    const facts = { named: line.named, at }
    const price = { ...line, salespersonId, approverRoles: DEVIATION_APPROVERS, at }
    return [
      ...(isWithdrawn(deviation.withdrawnAt, moment) ? [unfit(WITHDRAWN, line, facts)] : []),
      ...(deviation.customerId === null || deviation.customerId === customerId ? [] : [unfit(OTHERS, line, facts)]),
      ...deviationFlaws(deviation, price).map((flaw) => ({
        ...uncoveredPrice(flaw, deviation, price, path),
        path: [...path, 'approvedDeviation'],
      })),
    ]
  })
}

const UNKNOWN = { zh: '没有这样的价格偏差批准。', en: 'There is no such approval of another price.' }
const WITHDRAWN = { zh: '该价格偏差的批准已撤回。', en: 'The approval of the other price was withdrawn.' }
const OTHERS = { zh: '该价格偏差是为其他客户批准的。', en: 'The other price was approved for another customer.' }

function unfit(message: Violation['message'], { path }: LineNamingDeviation, facts: Violation['facts']): Violation {
  return {
    rule: 'QUO-2',
    message,
    path: [...path, 'approvedDeviation'],
    remedy: {
      zh: '按目录价格下单，或请销售经理批准（approveDeviation）。',
      en: 'Order at the list price, or have the sales manager approve it (approveDeviation).',
    },
    facts,
  }
}
