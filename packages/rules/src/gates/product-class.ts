/** How strictly a product is regulated. Every class but `UNREGULATED` is a medical device. */
export type ProductClass = 'UNREGULATED' | 'CLASS_I' | 'CLASS_II' | 'CLASS_III'

/** True for medical devices: their buyers need a licence (CUS-5) and their sales records more fields (TRC-1 to TRC-3). */
export function isRegulated(productClass: ProductClass): boolean {
  return productClass !== 'UNREGULATED'
}
