import { describe, expect, it } from '@jest/globals'
import { buildSchema, GraphQLError, getVariableValues, parse } from 'graphql'
import { inputInvalid, problemOfVariable, tooLong, unfitValue } from './input-problems.ts'

const schema = buildSchema(`
  type Query { a(input: Letter!): Boolean }
  enum Colour { RED }
  input Letter { text: String!, size: Int, colour: Colour, lines: [Line!] }
  input Line { quantity: Int! }
`)

/** What graphql-js finds wrong with a letter. */
function problemsOf(variables: Readonly<Record<string, unknown>>) {
  const [operation] = parse('query ($input: Letter!) { a(input: $input) }').definitions
  if (operation?.kind !== 'OperationDefinition') throw new Error('it is one')
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables })
  return errors.map(({ message }) => problemOfVariable(message))
}

describe('variables that do not fit their types', () => {
  it('are problems of their fields, all at once, in both languages', () => {
    const found = problemsOf({ input: { size: 'big', colour: 'BLUE', lines: [{ quantity: 1 }, { quantity: 'x' }] } })
    expect(found.map((problem) => problem?.field).toSorted()).toEqual(['colour', 'lines.1.quantity', 'size', 'text'])
    for (const problem of found) {
      expect(problem?.message.zh).toMatch(/\p{Script=Han}/u)
      expect(problem?.message.en).not.toContain('big')
    }
  })

  it('are problems of the argument where it is missing altogether', () => {
    expect(problemsOf({}).map((problem) => problem?.field)).toEqual(['input'])
  })

  it('quote no value, whatever it holds', () => {
    const secrets = ['Clinic; Field "x" of Zhang San', '\'Zhang San\' at "input.text"; Zhang San', '张三; 138']
    for (const text of secrets) {
      for (const problem of problemsOf({
        input: { size: text, colour: text, unknown: text, lines: [{ quantity: text }] },
      })) {
        expect(JSON.stringify(problem)).not.toMatch(/Zhang|张三|138/)
      }
    }
  })

  it('are none where something else is wrong', () => {
    expect(problemOfVariable('Cannot query field "colour" on type "Query".')).toBeNull()
  })
})

describe('an input that is refused', () => {
  it('tells each problem by its field, and the first as the field', () => {
    const error = inputInvalid([tooLong('name', 300), unfitValue('lines.0.note', 'holds half a character (U+D800)')])
    expect(error).toBeInstanceOf(GraphQLError)
    expect(error.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      field: 'name',
      problems: [
        { field: 'name', message: { en: 'name has more than 300 characters.' } },
        { field: 'lines.0.note', message: { en: 'lines.0.note holds half a character (U+D800).' } },
      ],
    })
  })
})
