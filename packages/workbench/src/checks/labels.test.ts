import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { faultsOfLabels, labelFaults } from './labels.ts'

const GRAPH = `
  type Query { order(sort: OrderSort, filter: OrderFilter): Order }
  type Mutation { placeOrder(input: PlaceOrderInput!): Order }
  type Order { status: [OrderStatus!]! }
  input PlaceOrderInput { lines: [LineInput!]! }
  input LineInput { urgency: Urgency }
  input OrderFilter { open: Openness }
  enum OrderStatus { PLACED SHIPPED }
  enum Urgency { LOW }
  enum Openness { OPEN }
  enum OrderSort { NEWEST_FIRST }
  enum Audience { EVERYBODY }
`
const labels = (name: string, ...values: readonly string[]) => ({
  enum: name,
  values: values.map((value) => ({ value, label: { zh: '词', en: 'word' } })),
})

describe('a graph whose values have labels', () => {
  it('asks for those of fields and of what is entered, not for those of orders, filters and directives', () => {
    expect(faultsOfLabels(GRAPH, [labels('OrderStatus', 'PLACED', 'SHIPPED'), labels('Urgency', 'LOW')])).toEqual([])
  })

  it('is told each value without a label, and each label without a value', () => {
    expect(
      faultsOfLabels(GRAPH, [labels('OrderStatus', 'PLACED', 'LOST'), labels('OrderSort', 'NEWEST_FIRST')]),
    ).toEqual([
      'OrderSort.NEWEST_FIRST has a label, but the graph does not show it',
      'OrderStatus.LOST has a label, but the graph does not show it',
      'OrderStatus.SHIPPED has no label: give it one in packages/rules/src/dictionary, or as a choice of an event',
      'Urgency.LOW has no label: give it one in packages/rules/src/dictionary, or as a choice of an event',
    ])
  })
})

describe('this repository', () => {
  it('has a label for each value that its graph shows, and for no other', () => {
    expect(labelFaults(repositoryRoot)).toBeUndefined()
  })
})
