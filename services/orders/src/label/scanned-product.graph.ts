import type { Gtin, Instant } from '@afterline/rules'
import type { Reading } from '@afterline/service-kit'
import { products } from '../product/product.graph.ts'
import type { Product } from '../product/product.ts'
import { deviceOn } from './label.ts'

/** The product whose device a scan names; `null` where it names none, or nobody registered it. */
export async function scannedProductOf(reading: Reading, scan: string, at: Instant): Promise<Product | null> {
  const id = await deviceId(reading, deviceOn(scan, at))
  return id === null ? null : reading.stateOf(products, id)
}

/** Id of the product of a device. */
export async function deviceId(reading: Reading, gtin: Gtin | null): Promise<string | null> {
  const [id = null] = gtin === null ? [] : await reading.idsWith(products, 'device', [gtin])
  return id
}
