import type { LocalDate } from '../primitives/local-date.ts'
import type { Money } from '../primitives/money.ts'
import type { Violation } from '../primitives/violation.ts'
import type { ProductClass } from './product-class.ts'
import { profilesFor, type RecordProfile, type RequiredField } from './record-profiles.ts'

/** The fields of a sales record that some profile asks for. */
export interface SalesRecordFields {
  readonly soldOn: LocalDate
  readonly seller: string
  readonly buyerId: string
  readonly productName: string
  readonly manufacturer: string | null
  readonly model: string | null
  readonly specification: string | null
  readonly unitPrice: Money
  readonly producedOn: LocalDate | null
  readonly lotNumber: string | null
  readonly serialNumber: string | null
  readonly sterilisationLot: string | null
  readonly expiresOn: LocalDate | null
  readonly qualityCondition: string | null
  readonly handledBy: string | null
  readonly signedBy: string | null
}

export interface SalesRecordGateInput {
  readonly productClass: ProductClass
  readonly isSterile: boolean
  readonly record: SalesRecordFields | null
  /** Where the record stands in the caller's input. */
  readonly path: readonly string[]
}

/** TRC-1 to TRC-4: one violation per missing field, or one for a missing record. */
export function salesRecordGate(input: SalesRecordGateInput): readonly Violation[] {
  const { record, path } = input
  const profiles = profilesFor(input.productClass, input.isSterile)
  if (record === null) return profiles.slice(0, 1).map(({ rule }) => noRecord(rule, input))
  const reported = new Set<RequiredField>()
  const violations: Violation[] = []
  for (const { rule, requires } of profiles) {
    for (const field of requires) {
      if (reported.has(field) || field.anyOf.some((name) => isFilled(record[name]))) continue
      reported.add(field)
      violations.push(missingField(rule, field, { ...input, path }))
    }
  }
  return violations
}

function isFilled(value: SalesRecordFields[keyof SalesRecordFields]): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== null
}

function noRecord(rule: RecordProfile['rule'], { productClass, isSterile, path }: SalesRecordGateInput): Violation {
  return {
    rule,
    message: { zh: '没有销售记录。', en: 'There is no sales record.' },
    path,
    remedy: { zh: '为这件货品填写销售记录。', en: 'Fill in the sales record of this item.' },
    facts: { productClass, isSterile, field: null },
  }
}

function missingField(
  rule: RecordProfile['rule'],
  { anyOf, name }: RequiredField,
  { productClass, isSterile, path }: SalesRecordGateInput,
): Violation {
  return {
    rule,
    message: { zh: `销售记录缺少${name.zh}。`, en: `The sales record lacks the ${name.en}.` },
    path: [...path, ...anyOf.slice(0, 1)],
    remedy: { zh: `补填${name.zh}。`, en: `Add the ${name.en}.` },
    facts: { productClass, isSterile, field: anyOf.join(' | ') },
  }
}
