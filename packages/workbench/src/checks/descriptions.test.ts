import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { descriptionFaults, faultsOfDescriptions } from './descriptions.ts'

const FILE = 'services/orders/src/order/order.graphql'
const faultsOf = (source: string) => faultsOfDescriptions(new Map([[FILE, source]]))

const NAKED = `type Order @key(fields: "id") {
  id: ID!
  lines("How many." few: Int, most: Int): [ID!]
}

enum Stage {
  "Is made."
  PRODUCED
  SHIPPED
}

input PlaceOrderInput {
  customerId: ID!
}

scalar Weight
union Thing = Order
interface Node {
  id: ID!
}

extend type Customer {
  orders: [Order!]
}
`

describe('a schema', () => {
  it('is told each type, field, argument, value and input field without a description, with its line', () => {
    expect(faultsOf(NAKED)).toEqual(
      [
        '1: Order',
        '3: Order.lines',
        '3: Order.lines.most',
        '6: Stage',
        '9: Stage.SHIPPED',
        '12: PlaceOrderInput',
        '13: PlaceOrderInput.customerId',
        '16: Weight',
        '17: Thing',
        '18: Node',
        '23: Customer.orders',
      ].map((place) => `${FILE}:${place} has no description`),
    )
  })

  it('is not satisfied by an empty description', () => {
    expect(faultsOf('" "\nscalar Weight')).toEqual([`${FILE}:1: Weight has no description`])
  })

  it('need not describe the roots that every file writes a part of, nor a directive, nor the types of others', () => {
    const source = `directive @auth(roles: [String!]!) on OBJECT
      type Query { "The order." order("Its id." id: ID!): Customer }
      type Customer @key(fields: "id", resolvable: false) { id: ID! }
      type Product @key(fields: "id") { id: ID! }`
    expect(faultsOf(source)).toEqual([])
  })
})

describe('this repository', () => {
  it('describes its whole graph', () => {
    expect(descriptionFaults(repositoryRoot)).toBeUndefined()
  })
})
