import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { highestVersions, inVersionOrder } from './batch-order.ts'

const entries = fc.uniqueArray(
  fc.record({ stream: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 30 }) }),
  {
    selector: ({ stream, version }) => `${stream}${version}`,
  },
)

describe('a batch put into version order', () => {
  it('has each stream ascending, the same entries, and every stream in the places that it had', () => {
    fc.assert(
      fc.property(entries, (batch) => {
        const ordered = inVersionOrder(batch)
        expect(ordered.map(({ stream }) => stream)).toEqual(batch.map(({ stream }) => stream))
        expect(new Set(ordered)).toEqual(new Set(batch))
        for (const name of ['a', 'b', 'c']) {
          const versions = ordered.filter(({ stream }) => stream === name).map(({ version }) => version)
          expect(versions).toEqual([...versions].sort((x, y) => x - y))
        }
      }),
    )
  })

  it('stays as it is when it is in order already', () => {
    fc.assert(
      fc.property(entries, (batch) => {
        const ordered = inVersionOrder(batch)
        expect(inVersionOrder(ordered)).toEqual(ordered)
      }),
    )
  })
})

describe('the highest versions', () => {
  it('are those of each stream', () => {
    const batch = [
      { stream: 'a', version: 2 },
      { stream: 'b', version: 7 },
      { stream: 'a', version: 1 },
    ]
    expect(highestVersions(batch)).toEqual(
      new Map([
        ['a', 2],
        ['b', 7],
      ]),
    )
  })
})
