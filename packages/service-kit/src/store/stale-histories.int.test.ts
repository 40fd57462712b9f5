import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { keptIn } from './fixtures/kept.ts'
import { anyAct, newRun, openTwins, type Twins } from './fixtures/twin-stores.ts'

// A busy machine is slow, not wrong.
jest.setTimeout(120_000)

let twins: Twins
beforeAll(async () => {
  twins = await openTwins()
})
afterAll(() => twins.dispose())

describe('documents that code of other times left behind, at any point of any history', () => {
  it('end field by field as if it had never been there, with limits, measurements and sums', async () => {
    const law = fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 24, size: 'max' }), async (acts) => {
      const run = await newRun(twins)
      for (const act of acts) await run.carryOut(act)
      await run.touchAll()
      expect(await keptIn(twins.spoilt)).toEqual(await keptIn(twins.whole))
    })
    await fc.assert(law, { numRuns: 15 })
  })
})
