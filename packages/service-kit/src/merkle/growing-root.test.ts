import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createGrowingRoot, merkleRoot } from './index.ts'

describe('the root of a tree that grows', () => {
  it('is at every size that of the whole tree (SEC-4)', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 40 }), (entries) => {
        const growing = createGrowingRoot()
        expect(growing.root()).toEqual(merkleRoot([]))
        for (const [index, entry] of entries.entries()) {
          growing.add(entry)
          expect(growing.root()).toEqual(merkleRoot(entries.slice(0, index + 1)))
        }
      }),
    )
  })
})
