import { describe, expect, it } from '@jest/globals'
import { buildSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql'
import { measureOperation } from './measure-operation.ts'
import { defaultLimits, MOST_TOKENS, refusalOf } from './operation-limits.ts'

const schema = buildSchema(`
  type Query {
    customer(id: ID!): Customer
    customers(first: Int = 20, after: String): CustomerConnection!
  }
  type CustomerConnection { edges: [CustomerEdge!]! }
  type CustomerEdge { node: Customer! }
  interface Party { id: ID! name: String! }
  type Customer implements Party {
    id: ID!
    name: String!
    headquarters: Customer
    contacts: [Contact!]!
    orders(first: Int = 20): OrderConnection!
  }
  type Contact { name: String! }
  type OrderConnection { edges: [OrderEdge!]! }
  type OrderEdge { node: Order! }
  type Order { id: ID! customer: Customer! }
`)

function measure(source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('the source holds no operation')
  return measureOperation({ schema, document, operation, variables })
}

const codeOf = (source: string, variables?: Record<string, unknown>) =>
  refusalOf(measure(source, variables), defaultLimits)?.extensions['code']

/** A chain of `levels` nested fields: customer, then headquarters over and over, then an id. */
const chain = (levels: number) =>
  `{ customer(id: "1") ${'{ headquarters '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`

describe('the depth of an operation', () => {
  it('counts the leaf', () => {
    expect(measure('{ customer(id: "1") { id } }').depth).toBe(2)
  })

  it('is the same through fragments and inline fragments', () => {
    const spread = `
      query { customer(id: "1") { ...File } }
      fragment File on Customer { headquarters { ... on Party { id } } }`
    expect(measure(spread).depth).toBe(measure('{ customer(id: "1") { headquarters { id } } }').depth)
  })

  it('may reach the limit, not pass it', () => {
    expect(measure(chain(12)).depth).toBe(12)
    expect(codeOf(chain(12))).toBeUndefined()
    expect(codeOf(chain(13))).toBe('QUERY_TOO_DEEP')
    expect(codeOf(chain(50))).toBe('QUERY_TOO_DEEP')
  })

  it('leaves introspection alone', () => {
    expect(measure('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }').depth).toBe(0)
  })
})

describe('the cost of an operation', () => {
  const page = 'edges { node { id } }'
  // The connection itself, its edges, and a node in each.
  const costOfPage = (size: number) => 1 + size + size

  it('multiplies with the page size of each list on the way', () => {
    const outer = 50
    const inner = 10
    const source = `{ customers(first: ${outer}) { edges { node { id orders(first: ${inner}) { ${page} } } } } }`
    expect(measure(source).cost).toBe(costOfPage(outer) + outer * costOfPage(inner))
  })

  it('takes the page size that the schema has by default', () => {
    expect(measure(`{ customers { ${page} } }`).cost).toBe(costOfPage(20))
    expect(measure(`{ customers(first: null) { ${page} } }`).cost).toBe(costOfPage(20))
  })

  it('takes a page size out of variables, and out of their defaults', () => {
    const source = `query ($first: Int = 100) { customers(first: $first) { ${page} } }`
    expect(measure(source).cost).toBe(costOfPage(100))
    expect(measure(source, { first: 3 }).cost).toBe(costOfPage(3))
  })

  it('counts a part of a record without page size as ten', () => {
    expect(measure('{ customer(id: "1") { contacts { name } } }').cost).toBe(1 + 10)
  })

  it('is the same through fragments', () => {
    const plain = `{ customers(first: 7) { edges { node { orders(first: 3) { ${page} } } } } }`
    const spread = `
      query { customers(first: 7) { ...Page } }
      fragment Page on CustomerConnection { edges { node { ...File } } }
      fragment File on Customer { orders(first: 3) { ${page} } }`
    expect(measure(spread).cost).toBe(measure(plain).cost)
  })

  it('is without bound where fragments double at each of many levels', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `fragment F${level} on Customer { ...F${level + 1} ...F${level + 1} }`,
    )
    const source = `query { customer(id: "1") { ...F0 } } ${levels.join('\n')} fragment F30 on Customer { id }`
    expect(measure(source).cost).toBe(Number.POSITIVE_INFINITY)
    expect(codeOf(source)).toBe('QUERY_TOO_COMPLEX')
  })

  it('is too high where one page of a hundred lies in another', () => {
    const nested = `{ customers(first: 100) { edges { node { orders(first: 100) { ${page} } } } } }`
    expect(measure(nested).cost).toBe(costOfPage(100) + 100 * costOfPage(100))
    expect(codeOf(nested)).toBe('QUERY_TOO_COMPLEX')
  })
})

const many = (count: number, field: string) =>
  Array.from({ length: count }, (_, index) => field.replace('$', `a${index}`)).join(' ')

describe('the number of fields', () => {
  it('is limited at the root', () => {
    expect(codeOf(`{ ${many(20, '$: __typename')} }`)).toBeUndefined()
    expect(codeOf(`{ ${many(21, '$: __typename')} }`)).toBe('QUERY_TOO_COMPLEX')
  })

  it('counts fields of the root inside fragments', () => {
    const source = `query { ...All } fragment All on Query { ${many(21, '$: __typename')} }`
    expect(codeOf(source)).toBe('QUERY_TOO_COMPLEX')
  })

  it('is limited where aliases repeat a field', () => {
    expect(codeOf(`{ customer(id: "1") { ${many(50, '$: name')} } }`)).toBeUndefined()
    expect(codeOf(`{ customer(id: "1") { ${many(51, '$: name')} } }`)).toBe('QUERY_TOO_COMPLEX')
  })

  it('counts an alias as often as its fragment is spread', () => {
    const files = Array.from({ length: 9 }, (_, index) => `c${index}: customer(id: "${index}") { ...File }`).join(' ')
    const source = `query { ${files} } fragment File on Customer { ${many(5, '$: name')} }`
    expect(measure(source).aliases).toBe(9 + 9 * 5)
    expect(codeOf(source)).toBe('QUERY_TOO_COMPLEX')
  })
})

describe('introspection', () => {
  const whole = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true })

  it('is allowed as tools do it', () => {
    expect(measure(whole).cost).toBeGreaterThan(1_000)
    expect(codeOf(whole)).toBeUndefined()
  })

  it('costs what it asks for, as often as it asks', () => {
    const types = 10
    const fields = 10
    expect(measure('{ __schema { types { fields { name } } } }').cost).toBe(1 + types + types * fields)
    const twice = measure('{ a: __schema { types { name } } b: __schema { types { name } } }')
    expect([twice.cost, twice.aliases]).toEqual([2 * (1 + types), 2])
  })

  it('is refused where aliases repeat it, at the root or within', () => {
    const deep = '__schema { types { fields { args { type { name } } } } }'
    expect(codeOf(`{ ${deep} }`)).toBeUndefined()
    expect(codeOf(`{ ${many(15, `$: ${deep}`)} }`)).toBe('QUERY_TOO_COMPLEX')
    expect(codeOf(`{ __schema { ${many(51, '$: types { name }')} } }`)).toBe('QUERY_TOO_COMPLEX')
  })

  it('is refused where types lead to types', () => {
    expect(codeOf('{ __schema { types { fields { type { fields { type { fields { args { name } } } } } } } } }')).toBe(
      'QUERY_TOO_COMPLEX',
    )
  })
})

describe('a document', () => {
  // What takes validation longest: the same fields again and again, each to be compared with each.
  it.each([
    ['that repeats a field with arguments', many(1_000, 'customers(first: 1) { edges { node { id } } }')],
    ['that repeats a field of the root', many(4_000, 'customer')],
  ])('is not even validated: one %s', (_, fields) => {
    expect(() => parse(`{ ${fields} }`, { maxTokens: MOST_TOKENS })).toThrow(/tokens/)
  })

  it('of 20 kB is read where it is of long words', () => {
    const remark = `# ${'x'.repeat(20_000)}\n`
    expect(() => parse(`${remark}{ customer(id: "1") { id } }`, { maxTokens: MOST_TOKENS })).not.toThrow()
  })
})

describe('a refusal', () => {
  it('says what is too large, by how much, in both languages', () => {
    const refusal = refusalOf(measure(chain(13)), defaultLimits)
    expect(refusal?.message).toContain('depth is 13; the limit is 12')
    expect(refusal?.extensions).toMatchObject({ code: 'QUERY_TOO_DEEP', limit: 12, found: 13 })
    expect(refusal?.extensions['message']).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
  })
})
