import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { buildSchema, getOperationAST, parse, validate } from 'graphql'
import { measureOperation } from '../limits/measure-operation.ts'
import { defaultLimits, refusalOf } from '../limits/operation-limits.ts'
import { examples } from './examples.ts'

// What composition adds to the graph needs definitions that only gateways have.
const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8')
const schema = buildSchema(sdl, { assumeValidSDL: true })

describe.each(examples(new Date('2026-05-01T00:00:00Z')))('the example $name', ({ name, query, variables }) => {
  const document = parse(query)

  it('is asked for in words of the graph, by itself, and begins with what it is for', () => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
    expect(query).toMatch(/^# [A-Z]/)
  })

  it('fits into the limits, with a value for every variable', () => {
    const operation = getOperationAST(document, name)
    if (!operation) throw new Error('the example holds no operation')
    const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
    expect(Object.keys(variables)).toEqual(declared)
    expect(refusalOf(measureOperation({ schema, document, operation, variables }), defaultLimits)).toBeNull()
  })
})
