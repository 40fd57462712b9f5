import { identifierOf } from '../primitives/identifier.ts'
import type { Instant } from '../primitives/instant.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { Violation } from '../violation.ts'
import type { DeviceIdentification } from './device-identification.ts'
import type { ElementProblem } from './element-problem.ts'
import type { Gtin } from './gtin.ts'
import { parseElementString, type UnreadElement } from './parse-element-string.ts'

/** What a label says of the goods that bear it; `null` is what it does not hold. */
export interface GoodsLabel {
  readonly gtin: Gtin | null
  readonly lotNumber: string | null
  readonly producedOn: LocalDate | null
  readonly expiresOn: LocalDate | null
  readonly serialNumber: string | null
}

export interface ReadLabel {
  /** Of a label that cannot be read whole: nothing of it is relied on. */
  readonly label: GoodsLabel | null
  /** What else the label bears, of which no other identifier here tells. */
  readonly unread: readonly UnreadElement[]
  readonly violations: readonly Violation[]
}

/** Reads what was scanned (TRC-7); two-digit years are those near to the instant. @param path of the scan in the input */
export function readLabel(scan: string, at: Instant, path: readonly string[]): ReadLabel {
  const read = parseElementString(scan, { referenceYear: Number(at.slice(0, 4)) })
  if (read.type === 'REFUSED') {
    const violations = read.problems.map((problem) => illegible(scan, problem, read.legible, path))
    return { label: null, unread: [], violations }
  }
  const { gtin, lot: lotNumber, producedOn, expiresOn, serial: serialNumber } = read.identification
  return { label: { gtin, lotNumber, producedOn, expiresOn, serialNumber }, unread: read.unread, violations: [] }
}

/** TRC-4: what was entered besides the scan, or is on record, and the label says otherwise; of what only one tells, nothing. */
export function otherwiseThanTold<Field extends string>(
  scan: string,
  {
    told,
    scanned,
    fields,
  }: {
    readonly told: Readonly<Partial<Record<Field, string | null>>>
    readonly scanned: Readonly<Record<Field, string | null>>
    readonly fields: readonly Field[]
  },
  path: readonly string[],
): readonly Violation[] {
  return fields.flatMap((field) => {
    const [entered, read] = [told[field] ?? null, scanned[field]]
    if (entered === null || read === null || identifierOf(entered) === identifierOf(read)) return []
    return [otherwiseOnLabel(scan, { field, told: entered, scanned: read }, path)]
  })
}

/** Names both: what the label bears, and what was entered besides or is on record. */
export function otherwiseOnLabel(
  scan: string,
  { field, told, scanned }: { readonly field: string; readonly told: string; readonly scanned: string },
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: `标签上“${field}”为 ${scanned}，填写或登记的却为 ${told}。`,
      en: `The label says ${scanned} for ${field}, and what was entered or is on record is ${told}.`,
    },
    path: [...path, field],
    remedy: {
      zh: '请核对货品与标签；不填的项目以标签为准。',
      en: 'Check goods and label; what is left out is as the label says.',
    },
    facts: { scan, scanned, told },
  }
}

/** What the parser says, and what stands on the label besides. */
function illegible(
  scan: string,
  { code, message, position, identifier }: ElementProblem,
  legible: DeviceIdentification,
  path: readonly string[],
): Violation {
  return {
    rule: 'TRC-7',
    message: { zh: `标签无法识读：${message.zh}`, en: `The label cannot be read: ${message.en}` },
    path,
    remedy: {
      zh: '请重新扫描，或将扫描枪设为传送分隔符；仍不行时请按标签填写。',
      en: 'Scan it again, with a scanner that hands on separators; failing that, enter what the label says.',
    },
    facts: { scan, code, position, identifier, ...legible },
  }
}
