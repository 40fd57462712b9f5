import { describe, expect, it } from '@jest/globals'
import { addedTo, changed } from './collections.ts'
import { kept, madeAnew } from './kept.ts'

describe('a collection that a service writes', () => {
  it('is in its backup or made anew, and never both (OPS-1)', () => {
    expect([...kept, ...madeAnew].toSorted()).toEqual([...addedTo, ...changed].toSorted())
  })

  it('is in its backup where it is the record (OPS-1)', () => {
    expect(kept).toEqual(expect.arrayContaining([...addedTo]))
  })
})
