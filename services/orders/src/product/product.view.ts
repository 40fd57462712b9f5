import type { Finding, RequestContext } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import type { ProductDocument, ProductModel } from './product.model.ts'
import type { Product } from './product.ts'

/** A product as the graph shows it. */
export interface ProductView extends Product {
  readonly id: string
  readonly version: number
  readonly findings: readonly Finding[]
}

export function productView(document: ProductDocument): ProductView | null {
  const { _id: id, version, findings, state } = document
  return state.status === 'REGISTERED' ? { ...state, id, version, findings } : null
}

/** `null` for an id that nobody registered. One read per request, however many records name the product. */
export function loadProduct(model: ProductModel, context: RequestContext, id: string): Promise<ProductView | null> {
  const read = async (ids: readonly string[]) => {
    const documents = await model.find({ _id: { $in: [...ids] } }).lean<ProductDocument[]>()
    const byId = new Map(documents.map((document) => [document._id, productView(document)]))
    return ids.map((wanted) => byId.get(wanted) ?? null)
  }
  return context.loaderOf('product', () => new DataLoader(read)).load(id)
}
