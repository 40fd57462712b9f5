import { type Instant, readLabel } from '@afterline/rules'
import type { Reading } from '@afterline/service-kit'
import { lots } from '../lot/lot.graph.ts'
import type { ScannedRecords } from './label.ts'
import { deviceId } from './scanned-product.graph.ts'

/** What is on record of each of the scans. @param productIds of each scan, the product that it stands for where the label names no device */
export async function scannedRecordsOf(
  reading: Reading,
  scans: readonly string[],
  at: Instant,
): Promise<Readonly<Record<string, ScannedRecords>>> {
  const found = new Map<string, ScannedRecords>()
  for (const scan of new Set(scans)) {
    const { label } = readLabel(scan, at, [])
    const productId = await deviceId(reading, label?.gtin ?? null)
    const parts = [label?.lotNumber ?? '', productId ?? '']
    found.set(scan, { productId, lotIds: await reading.idsWith(lots, 'number', parts) })
  }
  return Object.fromEntries(found)
}
