import { ContactPersonAdded, described, Id, internal, named, nullable, ShortText, Type } from '@afterline/events'
import { describe, expect, it } from '@jest/globals'
import { shownAs } from '../aggregate/index.ts'
import type { RequestContext } from '../graphql/index.ts'
import { shownFieldsResolvers } from './shown-fields.ts'

const { name, phone } = ContactPersonAdded.data.properties
const Person = named('Person', 'Somebody.', { personId: shownAs('id', Id), name, phone, position: ShortText })
const fields = {
  people: shownAs('persons', described(Type.Array(Person), 'All.')),
  first: nullable(Person),
  remark: name,
  place: ShortText,
  secret: internal(named('Secret', 'Not shown.', { secretId: shownAs('id', Id) })),
}

/** A cipher whose ciphertext is the text between brackets; of an erased person nothing is left to read. */
const cipher = { decrypt: async (text: string) => /^\[(.*)\]$/.exec(text)?.[1] ?? null }
// Nothing else of the request is asked.
const seenBy = (role: string) => ({ by: [role], kit: { cipher } }) as unknown as RequestContext

/** What the graph shows of a value of a type. */
function shown(type: string, field: string, kept: object, role = 'SALESPERSON'): unknown {
  // Resolvers of a type are functions by field.
  const resolvers = shownFieldsResolvers('Record', fields)[type] as Readonly<
    Record<string, (kept: object, args: object, context: RequestContext) => unknown>
  >
  return resolvers[field]?.(kept, {}, seenBy(role))
}

describe('the fields of a record', () => {
  it('are shown under the names that were given them', () => {
    const person = { personId: 'p-1' }
    expect(shown('Record', 'persons', { people: [person] })).toEqual([person])
    expect(shown('Person', 'id', person)).toBe('p-1')
  })

  it('are in the clear for those who deal with customers, and masked for others (SEC-1, SEC-2)', async () => {
    expect(await shown('Person', 'name', { name: '[王医生]' })).toBe('王医生')
    expect(await shown('Person', 'name', { name: '[王医生]' }, 'AUDITOR')).toBe('王***')
    expect(await shown('Record', 'remark', { remark: '[late]' }, 'AUDITOR')).toBe('l***')
  })

  it('are null where there is no text, or the person was erased (SEC-3)', async () => {
    expect(await shown('Person', 'phone', { phone: null })).toBeNull()
    expect(await shown('Person', 'phone', { phone: 'unreadable' })).toBeNull()
  })

  it('are left as they are where nothing else was said, and where nobody is shown them', () => {
    const resolvers = shownFieldsResolvers('Record', fields)
    expect(Object.keys(resolvers).toSorted()).toEqual(['Person', 'Record'])
    expect(Object.keys(resolvers['Record'] ?? {}).toSorted()).toEqual(['persons', 'remark'])
    expect(Object.keys(resolvers['Person'] ?? {}).toSorted()).toEqual(['id', 'name', 'phone'])
  })
})
