import { type GoodsLabel, type Gtin, type Instant, readLabel, type Violation } from '@afterline/rules'
import type { Product } from '../product/product.ts'
import * as refusal from './label.refusals.ts'

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
  { gtin }: GoodsLabel,
  product: Pick<Product, 'productId'> | null,
  path: readonly string[],
): readonly Violation[] {
  return gtin !== null && product === null ? [refusal.unknownDevice(scan, gtin, path)] : []
}
