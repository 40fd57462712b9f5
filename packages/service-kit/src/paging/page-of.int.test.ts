import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { type ListQuery, type Page, pageOf } from './index.ts'

interface Crate {
  readonly _id: string
  readonly weight: number
  readonly parts: readonly { readonly name: string }[]
}

const COLLECTION = 'crates'
let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await openTestDatabase()
  connection = database.connection
})
afterAll(() => database.dispose())

async function store(crates: readonly Crate[]): Promise<void> {
  const collection = databaseOf(connection).collection<Crate>(COLLECTION)
  await collection.deleteMany({})
  if (crates.length > 0) await collection.insertMany([...crates])
}

/** Every member of a list, read page by page, as `id` or `id/index of the element`. */
async function readAll(query: ListQuery, size: number) {
  const members: string[] = []
  const counts: number[] = []
  let after: string | null = null
  do {
    const page: Page<string> = await pageOf<Crate, string>(connection, query, { first: size, after }, (found) =>
      found.map(({ _id, _element }) => (_element === undefined ? _id : `${_id}/${_element}`)),
    )
    members.push(...page.edges.map(({ node }) => node))
    counts.push(await page.totalCount())
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return { members, counts: [...new Set(counts)] }
}

/** Many have one weight: then the id decides. */
const anyCrates = fc.uniqueArray(
  fc.record({
    _id: fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme-ascii' }),
    weight: fc.integer({ min: 0, max: 2 }),
    parts: fc.array(fc.record({ name: fc.constantFrom('bolt', 'nut') }), { maxLength: 4 }),
  }),
  { selector: ({ _id }) => _id, maxLength: 12 },
)
const anySize = fc.integer({ min: 1, max: 5 })
const anyDirection = fc.constantFrom(1 as const, -1 as const)

const byWeight = (direction: 1 | -1) => (a: Crate, b: Crate) =>
  direction * (a.weight - b.weight || (a._id < b._id ? -1 : 1))

describe('a list', () => {
  it('shows each member once, in order, whatever the size of its pages, and counts all', async () => {
    await fc.assert(
      fc.asyncProperty(anyCrates, anySize, anyDirection, async (crates, size, direction) => {
        await store(crates)
        const query = { list: 'crates', collection: COLLECTION, match: [], sort: 'weight', direction }
        const expected = crates.toSorted(byWeight(direction)).map(({ _id }) => _id)
        expect(await readAll(query, size)).toEqual({ members: expected, counts: [crates.length] })
      }),
      { numRuns: 40 },
    )
  })

  it('of elements shows each of those that are meant once, in the order of their records', async () => {
    await fc.assert(
      fc.asyncProperty(anyCrates, anySize, anyDirection, async (crates, size, direction) => {
        await store(crates)
        const elements = { of: 'parts', match: { '_elements.name': 'nut' } }
        const match = [{ 'parts.name': 'nut' }]
        const query = { list: 'nuts', collection: COLLECTION, match, sort: 'weight', direction, elements }
        const expected = crates
          .toSorted(byWeight(direction))
          .flatMap(({ _id, parts }) => parts.flatMap(({ name }, index) => (name === 'nut' ? [`${_id}/${index}`] : [])))
        expect(await readAll(query, size)).toEqual({ members: expected, counts: [expected.length] })
      }),
      { numRuns: 40 },
    )
  })

  it('is bounded', async () => {
    const query = { list: 'crates', collection: COLLECTION, match: [], sort: 'weight', direction: 1 } as const
    for (const first of [0, 101, -1]) {
      await expect(pageOf(connection, query, { first }, () => [])).rejects.toMatchObject({
        extensions: { code: 'INPUT_INVALID', field: 'first' },
      })
    }
  })
})
