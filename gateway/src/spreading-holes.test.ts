import { describe, expect, it } from '@jest/globals'
import { spreadingHoles } from './spreading-holes.ts'
import { composeSupergraph } from './supergraph.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])'

function holesOf(customers: string, orders: string): readonly string[] {
  const { supergraph, problems } = composeSupergraph([
    { name: 'customers', files: [{ path: 'customers.graphql', text: `${link} ${customers}` }] },
    { name: 'orders', files: [{ path: 'orders.graphql', text: `${link} ${orders}` }] },
  ])
  if (problems) throw new Error(problems.join('\n'))
  return spreadingHoles(supergraph)
}

const customer = 'type Customer @key(fields: "id") { id: ID! organisation: String! region: String! }'
const size = 'type Size @shareable { value: Int! }'

describe('a graph in which all may be null that another subgraph answers', () => {
  it('has no holes that spread; a subgraph may rely on its own fields', () => {
    const holes = holesOf(
      `type Query { customer: Customer } ${customer} ${size}`,
      `type Query { order: Order }
       type Order @key(fields: "id") { id: ID! size: Size! lines: [Line!]! customer: Customer }
       type Line { product: String! customer: Customer }
       type Customer @key(fields: "id") { id: ID! orders: [Order!] } ${size}`,
    )
    expect(holes).toEqual([])
  })
})

describe('a field that may not be null', () => {
  it.each<[string, string, string]>([
    ['of the root', 'type Query { order: Order! }', 'Query.order: Order! in ORDERS'],
    [
      "added to another's entity",
      'type Query { order: Order } type Customer @key(fields: "id") { id: ID! orders: [Order!]! }',
      'Customer.orders: [Order!]! in ORDERS',
    ],
    [
      "that refers to another's entity",
      'type Query { line: Line } type Line { customer: Customer! } type Customer @key(fields: "id") { id: ID! }',
      'Line.customer: Customer! in ORDERS',
    ],
  ])('%s is found', (_, orders, hole) => {
    const order = 'type Order @key(fields: "id") { id: ID! number: String! }'
    expect(holesOf(`type Query { customer: Customer } ${customer}`, `${orders} ${order}`)).toEqual([hole])
  })
})
