import { nullable } from '@afterline/events'
import { type AggregateGraph, between, computed, find, graphOf, oneOf, referenceTo } from '@afterline/service-kit'
import { products } from '../product/product.graph.ts'
import { type DeviationTypes, deviation } from './deviation.ts'

export const deviations: AggregateGraph<DeviationTypes> = graphOf(deviation, {
  type: 'Deviation',
  says: "The approval of another price than the list's, for one product (QUO-2). One order may name it.",
  audience: 'CONTRACT_READERS',
  collection: 'deviations',
  async lookUp({ type, data }, _, { stateOf }) {
    return { product: type === 'ApproveDeviation' ? await stateOf(products, data.productId) : null }
  },
  lists: {
    deviations: {
      description: "Approvals of other prices than the list's.",
      filter: {
        productId: oneOf('ID'),
        customerId: oneOf('ID'),
        status: oneOf('DeviationStatus'),
        approvedBy: oneOf('String'),
        approvedAt: between(),
      },
      sort: { NEWEST_FIRST: '-approvedAt', OLDEST_FIRST: 'approvedAt' },
    },
  },
  fields: {
    product: computed(referenceTo('Product', 'What it is for.'), ({ productId }, _, context) =>
      find(context, products, productId),
    ),
    customer: computed(nullable(referenceTo('Customer', 'Null where it holds for any customer.')), ({ customerId }) =>
      customerId === null ? null : { id: customerId },
    ),
  },
})
