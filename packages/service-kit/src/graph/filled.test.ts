import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { filled } from './filled.ts'

const schema = buildSchema(`
  type Query { a: Boolean }
  input Letter { text: String!, note: String, parts: [Part!], main: Part }
  input Part { name: String!, size: Int }
`)

const fill = (value: object) => {
  const type = schema.getType('Letter')
  if (!type || !('getFields' in type) || !('astNode' in type)) throw new Error('the schema has it')
  return filled(type as Parameters<typeof filled>[0], value)
}

describe('an input', () => {
  it('has null for what was left out, also within lists and objects', () => {
    expect(fill({ text: 't' })).toEqual({ text: 't', note: null, parts: null, main: null })
    expect(fill({ text: 't', parts: [{ name: 'n' }], main: { name: 'm', size: 3 } })).toEqual({
      text: 't',
      note: null,
      parts: [{ name: 'n', size: null }],
      main: { name: 'm', size: 3 },
    })
  })

  it('keeps what was given as null or as an empty list', () => {
    expect(fill({ text: 't', note: null, parts: [] })).toEqual({ text: 't', note: null, parts: [], main: null })
  })
})
