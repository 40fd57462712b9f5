import {
  connectionOf,
  createdId,
  decodeCursor,
  encodeCursor,
  execute,
  pageSize,
  requestError,
} from '@afterline/service-kit'
import type { QueryFilter } from 'mongoose'
import { listLots } from '../lot/lot.resolvers.ts'
import type { Repositories } from '../repositories.ts'
import type { Resolvers } from '../schema.generated.ts'
import type { ProductDocument } from './product.model.ts'
import type { ProductCommand } from './product.ts'
import { loadProduct, type ProductView, productView } from './product.view.ts'

export function productResolvers({ products, lots }: Repositories): Resolvers {
  const known = async (id: string, view: Promise<ProductView | null>): Promise<ProductView> => {
    const found = await view
    if (found === null) throw requestError('NOT_FOUND', `There is no product ${id}.`)
    return found
  }
  return {
    Query: {
      product: (_, { id }, context) => known(id, loadProduct(products.model, context, id)),
      async products(_, { productClass, codeStartsWith, first, after }) {
        const size = pageSize(first)
        const conditions = [
          ...(productClass ? [{ 'state.productClass': productClass }] : []),
          ...(codeStartsWith ? [startingWith(codeStartsWith)] : []),
          ...(after ? [beyond(decodeCursor(after, 2))] : []),
        ]
        const filter = (conditions.length > 0 ? { $and: conditions } : {}) as QueryFilter<ProductDocument>
        const found = await products.model
          .find(filter)
          .sort({ 'state.code': 1, _id: 1 })
          .limit(size + 1)
          .lean<ProductDocument[]>()
        const views = found.flatMap((document) => productView(document) ?? [])
        return connectionOf(
          views,
          size,
          after,
          ({ code, id }) => encodeCursor([code, id]),
          (view) => view,
        )
      },
    },
    Product: {
      __resolveReference: ({ id }, context) => loadProduct(products.model, context, id),
      lots: ({ id }, { first, after }) => listLots(lots.model, { productId: id }, first, after),
    },
    Mutation: productMutations(products),
  }
}

function productMutations(products: Repositories['products']): NonNullable<Resolvers['Mutation']> {
  return {
    async registerProduct(_, { entry, input }, context) {
      const id = createdId(context, entry, 'product')
      const { document, violations } = await execute(
        context,
        products,
        id,
        entry,
        (moment): ProductCommand => ({
          ...moment,
          type: 'RegisterProduct',
          data: {
            productId: id,
            code: input.code,
            name: input.name,
            productClass: input.productClass,
            isSterile: input.isSterile ?? false,
            registrationNumber: input.registrationNumber ?? null,
            manufacturer: input.manufacturer ?? null,
            model: input.model ?? null,
            specification: input.specification ?? null,
            unit: input.unit,
            listPrice: input.listPrice ?? null,
            productCategory: input.productCategory ?? null,
            sourceKey: null,
          },
        }),
      )
      return { product: document && productView(document), violations }
    },
  }
}

/** As a range rather than a pattern: the index answers it, and no text is read as an expression. */
function startingWith(prefix: string): object {
  return { 'state.code': { $gte: prefix, $lt: `${prefix}\u{10FFFF}` } }
}

function beyond([code, id]: readonly string[]): object {
  return { $or: [{ 'state.code': { $gt: code } }, { 'state.code': code, _id: { $gt: id } }] }
}
