import { describe, expect, it } from '@jest/globals'
import { composeSupergraph, type SubgraphSource } from './supergraph.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])'
const subgraph = (name: string, text: string): SubgraphSource => ({
  name,
  files: [
    { path: `${name}/base.graphql`, text: link },
    { path: `${name}/own.graphql`, text },
  ],
})

describe('subgraphs that fit together', () => {
  const { supergraph, problems } = composeSupergraph([
    subgraph(
      'customers',
      'type Query { customer(id: ID!): Customer } type Customer @key(fields: "id") { id: ID! name: String! }',
    ),
    subgraph(
      'orders',
      'type Query { orders: [String!]! } type Customer @key(fields: "id") { id: ID! orders: [String!]! }',
    ),
  ])

  it('become one graph whose addresses only name the subgraphs', () => {
    expect(problems).toBeNull()
    expect(supergraph?.match(/@join__graph\(name: "[\w-]+", url: "[^"]*"\)/g)).toEqual([
      '@join__graph(name: "customers", url: "http://customers/graphql")',
      '@join__graph(name: "orders", url: "http://orders/graphql")',
    ])
  })
})

describe('subgraphs that do not', () => {
  it('are told with the field that they disagree on', () => {
    const { supergraph, problems } = composeSupergraph([
      subgraph('customers', 'type Query { size: Size } type Size @shareable { value: Int! }'),
      subgraph('orders', 'type Query { other: Size } type Size @shareable { value: String! }'),
    ])
    expect(supergraph).toBeNull()
    expect(problems?.join()).toContain('Size.value')
  })

  it('are told with file, line and column where one cannot be read', () => {
    const { problems } = composeSupergraph([subgraph('customers', 'type Query {\n  broken(\n}')])
    expect(problems).toEqual([expect.stringMatching(/^customers\/own\.graphql:3:1: /)])
  })
})
