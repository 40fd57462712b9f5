import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { bucketOf, createIdSketch, differingBuckets } from './id-sketch.ts'

function sketchOf(ids: readonly string[]) {
  const sketch = createIdSketch()
  for (const id of ids) sketch.add(id)
  return sketch
}

describe('the sketch of a set of ids', () => {
  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 50 }), (ids) => {
        expect(differingBuckets(sketchOf(ids), sketchOf([...ids].reverse()))).toEqual([])
      }),
    )
  })

  it('differs exactly in the buckets of what one has and the other has not', () => {
    const twoSets = fc.tuple(fc.uniqueArray(fc.uuid(), { maxLength: 50 }), fc.uniqueArray(fc.uuid(), { maxLength: 10 }))
    fc.assert(
      fc.property(twoSets, ([ids, more]) => {
        const added = more.filter((id) => !ids.includes(id))
        const expected = [...new Set(added.map(bucketOf))].sort((a, b) => a - b)
        expect(differingBuckets(sketchOf(ids), sketchOf([...ids, ...added]))).toEqual(expected)
      }),
    )
  })

  it('tells an id that is there twice from one that is not there', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(differingBuckets(sketchOf([id, id]), sketchOf([]))).toEqual([bucketOf(id)])
        expect(differingBuckets(sketchOf([id, id]), sketchOf([id]))).toEqual([bucketOf(id)])
      }),
    )
  })
})
