import { kpisInForce } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { servedKpis } from './served-kpis.ts'

describe('the key figures that services answer for', () => {
  it('are those that the catalogue says are in force, each answered once', () => {
    const served = Object.values(servedKpis).flat()
    expect(served.toSorted()).toEqual([...kpisInForce].toSorted())
  })
})
