import type { Violation } from '../../violation.ts'
import type { ProductClass } from '../product-class.ts'
import type { RecordFieldName, RecordValues, SalesRecordFields } from './record-fields.ts'
import { inspectionProfilesFor, profilesFor, type RecordProfile, type RequiredField } from './record-profiles.ts'

export interface SalesRecordGateInput {
  readonly productClass: ProductClass
  readonly isSterile: boolean
  readonly record: SalesRecordFields | null
  /** Where the record stands in the caller's input. */
  readonly path: readonly string[]
}

export interface InspectionRecordInput extends Omit<SalesRecordGateInput, 'record'> {
  readonly record: RecordValues | null
}

/** TRC-1 to TRC-4: one violation per missing field, or one for a missing record. Asked when goods leave. */
export function salesRecordGate(input: SalesRecordGateInput): readonly Violation[] {
  return recordViolations(input, profilesFor(input.productClass, input.isSterile))
}

/**
 * TRC-7: a record fit to be shown on an inspection. Asked once its papers are together: TRC-1 to TRC-4 as above, for
 * devices the dealer's duties by law (GEN-3), and what invoice, ledger and goods are matched by (FIN-2).
 */
export function inspectionRecordGate(input: InspectionRecordInput): readonly Violation[] {
  return recordViolations(input, inspectionProfilesFor(input.productClass, input.isSterile))
}

function recordViolations(input: InspectionRecordInput, profiles: readonly RecordProfile[]): readonly Violation[] {
  const { record } = input
  if (record === null) return profiles.slice(0, 1).map(({ rule }) => noRecord(rule, input))
  const reported = new Set<RequiredField>()
  const violations: Violation[] = []
  for (const { rule, requires } of profiles) {
    for (const field of requires) {
      if (reported.has(field) || field.anyOf.some((name) => isFilled(record[name]))) continue
      reported.add(field)
      violations.push(missingField(rule, field, input))
    }
  }
  return violations
}

export function isFilled(value: RecordValues[RecordFieldName]): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return 'minor' in value || value.some((voucher) => voucher.trim() !== '')
}

function noRecord(rule: RecordProfile['rule'], { productClass, isSterile, path }: InspectionRecordInput): Violation {
  return {
    rule,
    message: { zh: '没有销售记录。', en: 'There is no sales record.' },
    path,
    remedy: { zh: '为这件货品填写销售记录。', en: 'Fill in the sales record of this item.' },
    facts: { productClass, isSterile, field: null },
  }
}

/** The mutation that adds what product or lot lack; everything else is entered with what leaves. */
const completedBy: Readonly<Partial<Record<RecordFieldName, string>>> = {
  manufacturer: 'completeProduct',
  specification: 'completeProduct',
  producedOn: 'completeLot',
  sterilisationLot: 'completeLot',
  expiresOn: 'completeLot',
}

function missingField(
  rule: RecordProfile['rule'],
  { anyOf, name }: RequiredField,
  { productClass, isSterile, path }: InspectionRecordInput,
): Violation {
  const [field] = anyOf
  const completing = field === undefined ? undefined : completedBy[field]
  const where = completing === undefined ? { zh: '', en: '' } : { zh: `（${completing}）`, en: ` (${completing})` }
  return {
    rule,
    message: { zh: `销售记录缺少${name.zh}。`, en: `The sales record lacks the ${name.en}.` },
    path: [...path, ...anyOf.slice(0, 1)],
    remedy: { zh: `补填${name.zh}${where.zh}。`, en: `Add the ${name.en}${where.en}.` },
    facts: { productClass, isSterile, field: anyOf.join(' | ') },
  }
}
