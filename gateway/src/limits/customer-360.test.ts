import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { buildSchema, getOperationAST, parse, validate } from 'graphql'
import { measureOperation } from './measure-operation.ts'
import { defaultLimits, MOST_TOKENS, refusalOf } from './operation-limits.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

// What composition adds to the graph needs definitions that only gateways have.
const schema = buildSchema(read('../../supergraph.graphql'), { assumeValidSDL: true })
const document = parse(read('../fixtures/customer-360.graphql'), { maxTokens: MOST_TOKENS })

describe('all that is known of one customer', () => {
  it('is asked for in words of the graph', () => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
  })

  it('fits into the limits, with an explanation of every single deadline', () => {
    const operation = getOperationAST(document)
    if (!operation) throw new Error('the file holds no operation')
    const measure = measureOperation({ schema, document, operation, variables: { id: '1' } })
    expect(refusalOf(measure, defaultLimits)).toBeNull()
  })
})
