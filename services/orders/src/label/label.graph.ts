import { parseElementString } from '@afterline/rules'
import { load, loadIdsWith, type RequestContext } from '@afterline/service-kit'
import { lots } from '../lot/lot.graph.ts'
import { products } from '../product/product.graph.ts'
import type { Resolvers } from '../schema.generated.ts'

/** What portals ask before anything is entered. */
export const labelResolvers: Resolvers = {
  Query: {
    async readLabel(_, { scan }, context) {
      const read = parseElementString(scan, { referenceYear: Number(context.kit.now().slice(0, 4)) })
      const isRead = read.type === 'READ'
      const { gtin, lot: lotNumber, producedOn, expiresOn, serial } = isRead ? read.identification : read.legible
      const [productId = null] = gtin === null ? [] : await loadIdsWith(context, products, 'device', [gtin])
      return {
        deviceIdentifier: gtin,
        lotNumber,
        producedOn,
        expiresOn,
        serialNumber: serial,
        product: productId === null ? null : await load(context, products, productId),
        lot: productId === null || lotNumber === null ? null : await lotOf(context, [lotNumber, productId]),
        otherParts: isRead ? read.unread : [],
        problems: isRead ? [] : read.problems,
      }
    },
  },
}

async function lotOf(context: RequestContext, number: readonly string[]) {
  const [id] = await loadIdsWith(context, lots, 'number', number)
  return id === undefined ? null : load(context, lots, id)
}
