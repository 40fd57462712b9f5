import { type Gtin, type Instant, type LocalDate, parseElementString, type Violation } from '@afterline/rules'
import type { Product } from '../product/product.ts'
import * as refusal from './label.refusals.ts'

/** What a label says of the goods that bear it; `null` is what it does not hold. */
export interface Label {
  readonly gtin: Gtin | null
  readonly lotNumber: string | null
  readonly producedOn: LocalDate | null
  readonly expiresOn: LocalDate | null
  readonly serialNumber: string | null
}

export interface ReadLabel {
  /** Of a label that cannot be read whole: nothing of it is relied on. */
  readonly label: Label | null
  readonly violations: readonly Violation[]
}

/** Reads what was scanned (TRC-7); two-digit years are those near to the instant. @param path of the scan in the input */
export function readLabel(scan: string, at: Instant, path: readonly string[]): ReadLabel {
  const read = parseElementString(scan, { referenceYear: Number(at.slice(0, 4)) })
  if (read.type === 'REFUSED') {
    const violations = read.problems.map((problem) => refusal.illegible(scan, problem, read.legible, path))
    return { label: null, violations }
  }
  const { gtin, lot: lotNumber, producedOn, expiresOn, serial: serialNumber } = read.identification
  return { label: { gtin, lotNumber, producedOn, expiresOn, serialNumber }, violations: [] }
}

/** What is on record of a label; empty and `null` for what nobody entered. */
export interface ScannedRecords {
  readonly productId: string | null
  /** Of the lot, its twins included (see `Lot.twins`). */
  readonly lotIds: readonly string[]
}

/** The device that a scan names; `null` where it names none, or cannot be read. */
export function deviceOn(scan: string, at: Instant): Gtin | null {
  return readLabel(scan, at, []).label?.gtin ?? null
}

/** TRC-4: the device on a label is a product on record. */
export function deviceProblems(
  scan: string,
  { gtin }: Label,
  product: Pick<Product, 'productId'> | null,
  path: readonly string[],
): readonly Violation[] {
  return gtin !== null && product === null ? [refusal.unknownDevice(scan, gtin, path)] : []
}
