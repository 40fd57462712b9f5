import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, defaultFieldResolver, type GraphQLSchema, graphql, isObjectType } from 'graphql'
import { takePlainTexts } from './input-texts.ts'

/** Every operation is answered by the value that it is asked of. */
function answeredByRoot(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) field.resolve = defaultFieldResolver
  }
  return schema
}

const schema = takePlainTexts(
  answeredByRoot(
    buildSchema(`
    type Query { find(text: String, filter: Filter): String, shelf: Shelf }
    type Shelf { find(filter: Filter): String }
    type Mutation { write(entry: Entry, input: Letter!): String, import(input: Import!): String }
    input Filter { search: String, ids: [ID!], names: [String], within: Filter, limit: Int }
    input Entry { backdatedBecause: String, idempotencyKey: String }
    input Letter { reason: String!, lines: [Line!], lotNumber: String, ownerIds: [ID!] }
    input Line { note: String, key: String }
    input Import { system: String!, records: [Line!]! }
  `),
  ),
)

/** Field and code of the refusal, or that the resolver was reached. */
async function answerTo(source: string, variableValues: Readonly<Record<string, unknown>>): Promise<unknown> {
  const shelf = { find: () => 'found' }
  const rootValue = { ...shelf, shelf, write: () => 'written', import: () => 'imported' }
  const { errors } = await graphql({ schema, source, rootValue, variableValues })
  return errors ? errors.map(({ extensions: { code, field } }) => [code, field]) : 'answered'
}

/** What the resolver was handed. */
async function handedOn(source: string, variableValues: Readonly<Record<string, unknown>>): Promise<unknown> {
  const told = (args: unknown) => JSON.stringify(args)
  const { data, errors } = await graphql({
    schema,
    source,
    rootValue: { find: told, write: told, import: told },
    variableValues,
  })
  const [answer] = Object.values(data ?? {})
  return errors ?? JSON.parse(String(answer))
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
  it.each(['two\nlines\r\n', 'a\ttab', '👩\u200d⚕\ufe0f 王丽', 'e\u0301', '葛\u{e0100}飾', 'می\u200cخواهم'])(
    'is let through: %j',
    async (reason) => {
      expect(await answerTo(write, { input: { reason } })).toBe('answered')
    },
  )

  it('is kept composed and without blanks around it, a part of a list, too', async () => {
    const input = { reason: '  Ｅ\u0301lan ', lines: [{ note: '\u3000a\n' }, { note: '1' }] }
    expect(await handedOn(write, { input })).toEqual({
      input: { reason: 'Ｅ\u0301lan'.normalize('NFC'), lines: [{ note: 'a' }, { note: '1' }] },
    })
  })

  it('has the width of ASCII where it names a thing, in searches as well', async () => {
    const entry = { idempotencyKey: ' Ｋ１' }
    expect(await handedOn(write, { entry, input: { reason: 'Ａ', lotNumber: 'Ｌ－７', ownerIds: ['ｓ１'] } })).toEqual({
      entry: { idempotencyKey: 'K1' },
      input: { reason: 'Ａ', lotNumber: 'L-7', ownerIds: ['s1'] },
    })
    const source = 'query ($f: Filter) { find(filter: $f) }'
    expect(await handedOn(source, { f: { search: ' x ' } })).toEqual({ filter: { search: 'x' } })
  })

  it('is missing where it only looks written', async () => {
    expect(await handedOn(write, { input: { reason: 'r', lotNumber: ' \u3000', lines: [{ note: '' }] } })).toEqual({
      input: { reason: 'r', lotNumber: null, lines: [{ note: null }] },
    })
    expect(await answerTo(write, { input: { reason: '  ' } })).toEqual([['INPUT_INVALID', 'reason']])
    expect(await answerTo(write, { input: { reason: 'r', ownerIds: ['a', ' '] } })).toEqual([
      ['INPUT_INVALID', 'ownerIds.1'],
    ])
  })
})

const asking = [
  ['in a query', 'query ($f: Filter) { find(filter: $f) }'],
  ['in a list within a record', 'query ($f: Filter) { shelf { find(filter: $f) } }'],
] as const

describe.each(asking)('a condition that only looks written, %s', (_, find) => {
  const blanks = fc.stringMatching(/^[ \t\r\n\u3000\u00a0]{0,5}$/)
  const conditions = fc.letrec<{ blank: string; place: readonly [object, string] }>((tie) => ({
    blank: blanks,
    place: fc.oneof(
      { maxDepth: 3 },
      tie('blank').map((search) => [{ search }, 'search'] as const),
      tie('blank').map((id) => [{ ids: ['a', id] }, 'ids.1'] as const),
      tie('blank').map((name) => [{ names: [name, 'a', null] }, 'names.0'] as const),
      tie('place').map(([within, place]) => [{ within, search: 'a' }, `within.${place}`] as const),
    ),
  })).place

  it('is refused by its field at any depth: left out, it would ask for all', async () => {
    await fc.assert(
      fc.asyncProperty(conditions, async ([f, place]) => {
        expect(await answerTo(find, { f })).toEqual([['INPUT_INVALID', `filter.${place}`]])
      }),
    )
  })

  it('is told with every other one, in both languages', async () => {
    const { errors = [] } = await graphql({
      schema,
      source: find,
      rootValue: { shelf: {} },
      variableValues: { f: { search: ' ', ids: ['', 'a'] } },
    })
    expect(errors.map(({ extensions }) => extensions['problems'])).toEqual([
      ['filter.search', 'filter.ids.0'].map((field) => ({
        field,
        message: { zh: `“${field}”未填写。`, en: `${field} is missing.` },
      })),
    ])
  })

  it('is none where it is left out, or null', async () => {
    expect(await answerTo(find, { f: { search: null, names: [null], within: {} } })).toBe('answered')
  })
})

describe('a text with a character that nobody sees', () => {
  const hidden = ['\u200b', '\u00ad', '\u202e', '\u2066', '\u3164', '\u{e0041}', '\ufff9', '\u2028']

  it.each(hidden)('is refused by its field, wherever it stands: %j', async (character) => {
    const text = `a${character}b`
    expect(await answerTo(write, { input: { reason: text } })).toEqual([['INPUT_INVALID', 'reason']])
    expect(await answerTo(write, { input: { reason: 'r', lines: [{ note: text }] } })).toEqual([
      ['INPUT_INVALID', 'lines.0.note'],
    ])
    expect(await answerTo('query ($text: String) { find(text: $text) }', { text })).toEqual([['INPUT_INVALID', 'text']])
  })

  it('is refused in what names a thing, also where it does something in a text', async () => {
    expect(await answerTo(write, { input: { reason: '葛\u{e0100}', lotNumber: '葛\u{e0100}' } })).toEqual([
      ['INPUT_INVALID', 'lotNumber'],
    ])
  })

  it('is told in both languages, with what it is', async () => {
    const { errors = [] } = await graphql({ schema, source: write, variableValues: { input: { reason: 'a\u200b' } } })
    expect(errors.map(({ extensions }) => extensions['problems'])).toMatchObject([
      [
        {
          message: {
            zh: '“reason”的内容无效，含有无法保存或不可见的字符，请删除后重新填写。',
            en: 'reason holds a character that nobody sees (U+200B).',
          },
        },
      ],
    ])
  })

  it('keeps no record of an import out: it is left out of the text', async () => {
    const records = [{ note: ' a\u200bb ', key: 'Ｋ\u00ad１' }]
    expect(await handedOn(importing, { input: { system: 's', records } })).toEqual({
      input: { system: 's', records: [{ note: 'ab', key: 'Ｋ１' }] },
    })
  })
})
