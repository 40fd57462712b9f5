import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strikePlan, victims } from './strike-plan.ts'

const seeds = fc.nat()
const counts = fc.nat({ max: 60 })

describe('the plan of what is killed and frozen', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(strikePlan(3, 20, 5)).toEqual(strikePlan(3, 20, 5))
    expect(strikePlan(3, 20, 5)).not.toEqual(strikePlan(4, 20, 5))
  })

  it('has as many of each as were asked for, in the order of the import, before its end', () => {
    fc.assert(
      fc.property(seeds, counts, counts, (seed, kills, freezes) => {
        const plan = strikePlan(seed, kills, freezes)
        expect(plan.filter(({ kind }) => kind === 'KILL')).toHaveLength(kills)
        expect(plan.filter(({ kind, forMs }) => kind === 'FREEZE' && forMs > 0)).toHaveLength(freezes)
        expect(plan.map(({ after }) => after)).toEqual(plan.map(({ after }) => after).toSorted((a, b) => a - b))
        for (const { after } of plan) expect(after > 0 && after < 1).toBe(true)
      }),
    )
  })

  it('kills every kind of process, none more than once oftener than another', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: victims.length, max: 60 }), (seed, kills) => {
        const plan = strikePlan(seed, kills, 0)
        const often = victims.map((victim) => plan.filter((strike) => strike.victim === victim).length)
        expect(Math.min(...often)).toBeGreaterThan(0)
        expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
