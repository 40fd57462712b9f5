import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, execute, type GraphQLEnumType, type GraphQLSchema, parse } from 'graphql'
import type { Kit } from '../kit.ts'
import { audiences } from './audiences.ts'
import { enforceAuth } from './auth.ts'
import { readersIn } from './readers.ts'
import { createRequestContext, type RequestContext } from './request-context.ts'

const HEAD = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @auth(roles: [Role!], audience: Audience) on FIELD_DEFINITION | OBJECT
  enum Audience { EVERYBODY SCORECARD_READERS }
  enum Role { SALESPERSON FINANCE PUBLIC }
`
const GRAPH = `${HEAD}
  type Query {
    customer: Customer @auth(roles: [SALESPERSON, FINANCE])
    motto: String @auth(audience: EVERYBODY)
    ledger: Ledger
    ledgers: LedgerConnection
  }
  type Mutation { book: String @auth(roles: [FINANCE, SALESPERSON]) }
  type LedgerConnection { edges: [LedgerEdge!]! }
  type LedgerEdge { node: Ledger! }
  type Customer @key(fields: "id") { id: ID!  ledgers: LedgerConnection  creditLimit: Int @auth(roles: [FINANCE]) }
  type Ledger @key(fields: "id") @auth(roles: [FINANCE]) { id: ID!  balance: Int }
  type Survey @key(fields: "id") @auth(roles: [PUBLIC]) { id: ID! }
  extend type Query { files: [File!]!  asker: Ledger }
  type File @key(fields: "id") @auth(roles: [SALESPERSON, FINANCE]) {
    id: ID!
    by: [String!]!
    margin: Int @auth(roles: [FINANCE])
    contact: Contact!
    ledgers: LedgerConnection
    next: File
  }
  type Contact { by: [String!]! }
`

function schemaOf(sdl: string): GraphQLSchema {
  const openedBy = (_: unknown, __: object, { by }: RequestContext) => by
  const byId = { __resolveReference: ({ id }: { id: string }) => ({ id, balance: 7, creditLimit: 5 }) }
  const resolvers = {
    Query: {
      customer: () => ({ id: '1', creditLimit: 5, ledgers: { edges: [{ node: { id: '1', balance: 7 } }] } }),
      motto: () => 'open',
      ledger: () => ({ id: '1', balance: 7 }),
      ledgers: () => ({ edges: [{ node: { id: '1', balance: 7 } }] }),
      asker: (_: unknown, __: object, { by }: RequestContext) => ({ id: by.join() }),
      files: (_: unknown, __: object, { principal, admissions }: RequestContext) => {
        const [own, anothers] = [{ id: '1' }, { id: '2' }]
        admissions.admit(own, principal.roles)
        admissions.admit(
          anothers,
          principal.roles.filter((role) => role !== 'SALESPERSON'),
        )
        return [own, anothers]
      },
    },
    File: {
      ...byId,
      by: openedBy,
      margin: () => 3,
      contact: async () => ({}),
      ledgers: (_: unknown, __: object, { by }: RequestContext) => ({ edges: [{ node: { id: by.join() } }] }),
      next: (_: unknown, __: object, { by }: RequestContext) => ({ id: by.join() }),
    },
    Contact: { by: openedBy },
    Mutation: { book: (_: unknown, __: object, { actingRole }: RequestContext) => actingRole },
    Customer: byId,
    Ledger: byId,
    Survey: byId,
  }
  return enforceAuth(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]))
}

async function ask(query: string, ...roles: string[]) {
  const schema = schemaOf(GRAPH)
  const principal = { id: 'staff-1', roles, correlationId: 'request-1' }
  // Nothing here asks for anything of the service.
  const contextValue = createRequestContext({} as Kit, principal, readersIn(schema))
  const { data, errors = [] } = await execute({ schema, document: parse(query), contextValue })
  const refusals = errors.map(({ path, extensions }) => ({
    path: path?.join('.'),
    code: extensions['code'],
    reason: extensions['reason'],
    requiredRoles: extensions['requiredRoles'],
  }))
  return { data: JSON.parse(JSON.stringify(data)), refusals }
}

const entities = (type: string, fields = 'id') =>
  `{ _entities(representations: [{ __typename: "${type}", id: "1" }]) { ... on ${type} { ${fields} } } }`

describe('a field with @auth', () => {
  it('resolves for a caller with any of its roles', async () => {
    expect(await ask('{ customer { id } }', 'FINANCE')).toEqual({ data: { customer: { id: '1' } }, refusals: [] })
  })

  it('is FORBIDDEN to a caller with none of them, and names them', async () => {
    const { data, refusals } = await ask('{ customer { id creditLimit } }', 'SALESPERSON')
    expect(data).toEqual({ customer: { id: '1', creditLimit: null } })
    expect(refusals).toEqual([
      { path: 'customer.creditLimit', code: 'FORBIDDEN', reason: undefined, requiredRoles: ['FINANCE'] },
    ])
  })

  it('asks a caller without a token for one', async () => {
    const { refusals } = await ask('{ customer { id } }', 'PUBLIC')
    expect(refusals).toEqual([
      {
        path: 'customer',
        code: 'UNAUTHENTICATED',
        reason: 'TOKEN_MISSING',
        requiredRoles: ['SALESPERSON', 'FINANCE'],
      },
    ])
  })

  it.each(['PUBLIC', 'FINANCE'])('for the public resolves for everybody, such as %s', async (role) => {
    expect((await ask('{ motto }', role)).data).toEqual({ motto: 'open' })
  })

  it('is closed to a caller with no role at all', async () => {
    expect((await ask('{ customer { id } }')).refusals).toMatchObject([{ code: 'FORBIDDEN' }])
  })
})

describe('an entity reached by reference', () => {
  it("keeps its type's roles", async () => {
    expect((await ask(entities('Ledger', 'balance'), 'SALESPERSON')).refusals).toMatchObject([{ code: 'FORBIDDEN' }])
    expect((await ask(entities('Ledger', 'balance'), 'FINANCE')).data).toEqual({ _entities: [{ balance: 7 }] })
  })

  it("keeps its fields' roles", async () => {
    const { data, refusals } = await ask(entities('Customer', 'id creditLimit'), 'SALESPERSON')
    expect(data).toEqual({ _entities: [{ id: '1', creditLimit: null }] })
    expect(refusals).toMatchObject([{ path: '_entities.0.creditLimit', code: 'FORBIDDEN' }])
  })

  it('is closed to the public unless its type says otherwise', async () => {
    expect((await ask(entities('Customer'), 'PUBLIC')).refusals).toMatchObject([{ code: 'UNAUTHENTICATED' }])
    expect((await ask(entities('Survey'), 'PUBLIC')).data).toEqual({ _entities: [{ id: '1' }] })
  })
})

describe('a query that has the roles of the type which it returns', () => {
  it('is asked by these alone, whatever else the caller is', async () => {
    expect((await ask('{ asker { id } }', 'SALESPERSON', 'FINANCE')).data).toEqual({ asker: { id: 'FINANCE' } })
  })
})

describe('a record that only some roles of the caller open', () => {
  it('is read by these alone, and so is what it consists of', async () => {
    const { data } = await ask('{ files { by contact { by } } }', 'SALESPERSON', 'FINANCE')
    const both = ['SALESPERSON', 'FINANCE']
    expect(data).toEqual({
      files: [
        { by: both, contact: { by: both } },
        { by: ['FINANCE'], contact: { by: ['FINANCE'] } },
      ],
    })
  })

  it('shows a field to an opening role only: the right of another one lends nothing', async () => {
    const { data, refusals } = await ask('{ files { margin } }', 'SALESPERSON', 'FINANCE')
    expect([data, refusals]).toEqual([{ files: [{ margin: 3 }, { margin: 3 }] }, []])
    expect((await ask('{ files { margin } }', 'SALESPERSON')).refusals).toMatchObject([
      { path: 'files.0.margin', requiredRoles: ['FINANCE'] },
      { path: 'files.1.margin', requiredRoles: ['FINANCE'] },
    ])
  })

  it('leads to other records, which the roles open that these ask for', async () => {
    const { data } = await ask('{ files { next { id } ledgers { edges { node { id } } } } }', 'SALESPERSON', 'FINANCE')
    const leading = { next: { id: 'SALESPERSON,FINANCE' }, ledgers: { edges: [{ node: { id: 'FINANCE' } }] } }
    expect(data).toEqual({ files: [leading, leading] })
  })
})

describe('a query without @auth', () => {
  it.each(['{ ledger { balance } }', '{ ledgers { edges { node { balance } } } }'])(
    'has the roles of the type that it returns: %s',
    async (query) => {
      expect((await ask(query, 'FINANCE')).refusals).toEqual([])
      expect((await ask(query, 'SALESPERSON')).refusals).toMatchObject([
        { code: 'FORBIDDEN', requiredRoles: ['FINANCE'] },
      ])
    },
  )
})

describe('a list of records within another one', () => {
  it('is for those who may read its members: it tells how many there are', async () => {
    const query = '{ customer { ledgers { edges { node { balance } } } } }'
    expect((await ask(query, 'SALESPERSON')).refusals).toMatchObject([{ path: 'customer.ledgers', code: 'FORBIDDEN' }])
    expect((await ask(query, 'FINANCE')).refusals).toEqual([])
  })
})

describe('a mutation', () => {
  it.each([
    [['SALESPERSON'], 'SALESPERSON'],
    [['PUBLIC', 'SALESPERSON', 'FINANCE'], 'FINANCE'],
    [['FINANCE', 'SALESPERSON'], 'FINANCE'],
  ])(
    'of a caller who is %j is recorded with the first of its own roles that the caller holds: %s',
    async (roles, role) => {
      expect((await ask('mutation { book }', ...roles)).data).toEqual({ book: role })
    },
  )
})

describe('the audiences', () => {
  it('are those that the schema describes, and consist of roles that it knows', () => {
    const base = buildASTSchema(parse(readFileSync(new URL('./base.graphql', import.meta.url), 'utf8')), {
      assumeValid: true,
    })
    const valuesOf = (name: string) => (base.getType(name) as GraphQLEnumType).getValues().map((value) => value.name)
    expect(valuesOf('Audience').toSorted()).toEqual(Object.keys(audiences).toSorted())
    expect(valuesOf('Role')).toEqual(expect.arrayContaining([...new Set(Object.values(audiences).flat())]))
  })
})

describe('a schema with an operation that nobody answers', () => {
  it('is refused and names it', () => {
    const sdl = `${HEAD} type Query { a: String @auth(roles: [PUBLIC]) }`
    expect(() => enforceAuth(buildSubgraphSchema([{ typeDefs: parse(sdl) }]))).toThrow('Query.a has no resolver')
  })
})

describe('a schema with an operation that carries no @auth', () => {
  it.each([
    ['Query.open', 'type Query { open: String }', { Query: { open: () => '' } }],
    [
      'Mutation.open',
      'type Query { a: String @auth(roles: [PUBLIC]) } type Mutation { open: String }',
      { Query: { a: () => '' }, Mutation: { open: () => '' } },
    ],
  ])('is refused and names %s', (field, sdl, resolvers) => {
    const schema = buildSubgraphSchema([{ typeDefs: parse(`${HEAD} ${sdl}`), resolvers }])
    expect(() => enforceAuth(schema)).toThrow(`${field} lacks @auth`)
  })
})
