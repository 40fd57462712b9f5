import { describe, expect, it } from '@jest/globals'
import { choice, described, internal, meaningOf, named } from './meaning.ts'
import { eventsOf, Id, nullable, record, ShortText, told } from './vocabulary.ts'

const colours = { RED: { zh: '红', en: 'Red' }, BLUE: { zh: '蓝', en: 'Blue', meaning: 'like the sky' } }
const plain = (schema: object) => JSON.parse(JSON.stringify(schema))

describe('a schema with a meaning', () => {
  it('is published with its name and description, and with nothing else', () => {
    const Shelf = named('Shelf', 'Where goods lie.', { row: described(ShortText, 'As the sign says.') })
    const { title, description, ...rest } = plain(Shelf)
    expect([title, description]).toEqual(['Shelf', 'Where goods lie.'])
    expect(rest).toEqual({
      ...plain(record({ row: ShortText })),
      properties: { row: { ...plain(ShortText), description: 'As the sign says.' } },
    })
  })

  it('allows what it allowed without: what is internal is published like any other field', () => {
    expect(plain(internal(nullable(Id)))).toEqual(plain(nullable(Id)))
  })

  it('keeps what its type is, whatever a field says of it', () => {
    const Colour = choice('Colour', 'How it looks.', colours)
    const field = described(Colour, 'Of the lid.')
    expect(plain(field)).toEqual({ type: 'string', enum: ['RED', 'BLUE'], title: 'Colour', description: 'Of the lid.' })
    expect(meaningOf(field)).toEqual({ name: 'Colour', says: 'How it looks.', labels: colours })
  })

  it('leaves the schema that it was made of as it was', () => {
    internal(Id)
    expect(meaningOf(Id)).toEqual({ name: 'ID' })
  })
})

describe('events of one kind of stream', () => {
  it('hold the id of the record and what is told of each, in their first version', () => {
    const [opened, shut] = eventsOf('shop', {
      ShopOpened: told('It opened.', { by: ShortText }),
      ShopShut: told('It shut.'),
    })
    expect(opened).toMatchObject({ type: 'ShopOpened', version: 1, summary: 'It opened.', previous: null })
    expect(plain(opened?.data ?? {})).toEqual(plain(record({ shopId: Id, by: ShortText })))
    expect(plain(shut?.data ?? {})).toEqual(plain(record({ shopId: Id })))
  })
})
