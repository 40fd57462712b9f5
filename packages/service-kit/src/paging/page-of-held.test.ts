import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type HeldList, pageOfHeld } from './index.ts'

const even: HeldList<number> = { list: 'numbers', isNewestFirst: false, matches: (each) => each % 2 === 0 }

function readAll(held: readonly number[], list: HeldList<number>, first: number): readonly number[] {
  const members: number[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const { edges, pageInfo } = pageOfHeld(held, list, { first, after })
    members.push(...edges.map(({ node }) => node))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  }
  return members
}

describe('a list of what a record holds', () => {
  it('shows each that is meant once, in either order, whatever the size of its pages, and counts all', async () => {
    const anyHeld = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(anyHeld, fc.integer({ min: 1, max: 5 }), async (held, size) => {
        const meant = held.filter((each) => each % 2 === 0)
        expect(readAll(held, even, size)).toEqual(meant)
        expect(readAll(held, { ...even, isNewestFirst: true }, size)).toEqual(meant.toReversed())
        expect(await pageOfHeld(held, even, {}).totalCount()).toBe(meant.length)
      }),
    )
  })

  it('goes on where it was when more are added, and tells its cursors from those of the other order', () => {
    const { pageInfo } = pageOfHeld([2, 4, 6], { ...even, isNewestFirst: true }, { first: 2 })
    const after = pageInfo.endCursor
    expect(pageOfHeld([2, 4, 6, 8], { ...even, isNewestFirst: true }, { after }).edges).toMatchObject([{ node: 2 }])
    expect(() => pageOfHeld([2, 4, 6], even, { after })).toThrow(/cursor/i)
  })
})
