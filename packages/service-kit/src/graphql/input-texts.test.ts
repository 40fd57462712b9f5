import { describe, expect, it } from '@jest/globals'
import { buildSchema, graphql } from 'graphql'
import { refuseUnfitTexts } from './input-texts.ts'

const schema = refuseUnfitTexts(
  buildSchema(`
    type Query { find(text: String, filter: Filter): Boolean }
    type Mutation { write(entry: Entry, input: Letter!): Boolean, import(input: Import!): Boolean }
    input Filter { search: String }
    input Entry { backdatedBecause: String }
    input Letter { reason: String!, lines: [Line!] }
    input Line { note: String }
    input Import { system: String!, records: [Line!]! }
  `),
)

/** Field and code of the refusal, or that the resolver was reached. */
async function answerTo(source: string, variableValues: Readonly<Record<string, unknown>>): Promise<unknown> {
  const rootValue = { find: () => true, write: () => true, import: () => true }
  const { errors } = await graphql({ schema, source, rootValue, variableValues })
  return errors ? errors.map(({ extensions: { code, field } }) => [code, field]) : 'answered'
}

const write = 'mutation ($entry: Entry, $input: Letter!) { write(entry: $entry, input: $input) }'
const importing = 'mutation ($input: Import!) { import(input: $input) }'

describe('a text that could not be kept as it is', () => {
  it.each([
    ['half a character', '\ud83d'],
    ['the other half', 'a\udc4d'],
    ['NUL', 'a\0b'],
    ['an escape', '\u001b[31m'],
    ['a control character of the second set', 'a\u0085'],
    ['a code point that is no character', 'a\uffff'],
  ])('is refused by its field: %s', async (_, text) => {
    expect(await answerTo(write, { input: { reason: text } })).toEqual([['INPUT_INVALID', 'reason']])
  })

  it.each([
    ['within a list', write, { input: { reason: 'r', lines: [{ note: 'n' }, { note: '\0' }] } }, 'lines.1.note'],
    ['in how it is entered', write, { entry: { backdatedBecause: '\0' }, input: { reason: 'r' } }, 'backdatedBecause'],
    ['as an argument of a query', 'query ($text: String) { find(text: $text) }', { text: '\0' }, 'text'],
    ['in a filter', 'query ($f: Filter) { find(filter: $f) }', { f: { search: '\0' } }, 'filter.search'],
    ['as the source of an import', importing, { input: { system: '\0', records: [] } }, 'system'],
  ])('is refused wherever it stands: %s', async (_, source, variables, field) => {
    expect(await answerTo(source, variables)).toEqual([['INPUT_INVALID', field]])
  })

  it('is told with every other one, each by its field', async () => {
    const variableValues = { input: { reason: '\0', lines: [{ note: '\0' }] } }
    const { errors = [] } = await graphql({ schema, source: write, variableValues })
    expect(errors.map(({ extensions }) => extensions['problems'])).toMatchObject([
      [{ field: 'reason' }, { field: 'lines.0.note' }],
    ])
  })

  it('keeps no other record of an import out', async () => {
    expect(await answerTo(importing, { input: { system: 's', records: [{ note: '\0' }] } })).toBe('answered')
  })
})

describe('a text as people write it', () => {
  it.each(['', 'two\nlines\r\n', 'a\ttab', '👩‍⚕️ 王丽', 'e\u0301', '\u202etfel'])(
    'is let through: %j',
    async (reason) => {
      expect(await answerTo(write, { input: { reason } })).toBe('answered')
    },
  )
})
