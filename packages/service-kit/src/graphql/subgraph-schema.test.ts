import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { type Resolvers, subgraphSchema } from './subgraph-schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterline-schema-'))
const file = join(folder, 'motto.graphql')
writeFileSync(file, 'extend type Query { motto(of: String): String @auth(audience: EVERYBODY) }')
const motto = () => 'in time'
const schemaWith = (resolvers: Resolvers) => subgraphSchema([pathToFileURL(file)], resolvers)

describe('the schema of a service', () => {
  it('starts where every operation is answered', () => {
    expect(schemaWith({ Query: { motto } }).getQueryType()?.getFields()).toHaveProperty('motto')
  })

  it('does not where nobody answers one', () => {
    expect(() => schemaWith({})).toThrow('Query.motto has no resolver')
  })

  it.each([
    ['Query', { Query: { motto, moto: motto } }, 'Query.moto'],
    ['a type that does not exist', { Query: { motto }, Moto: { of: () => 1 } }, 'Moto.of'],
  ])('does not where something is answered that is no field of %s', (_, resolvers, name) => {
    expect(() => schemaWith(resolvers)).toThrow(`${name} has a resolver`)
  })
})
