import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anyHour } from './after-sales-fixture.ts'
import { hour } from './fixtures.ts'
import { phaseItem, phasesOf } from './phase.ts'

const phases = (began: number, achieved: readonly number[], lost: readonly number[]) =>
  phasesOf(hour(began), achieved.map(hour), lost.map(hour))
const phase = (since: number, achieved: number | null, until: number | null) => ({
  since: hour(since),
  achievedAt: achieved === null ? null : hour(achieved),
  until: until === null ? null : hour(until),
})

describe('the phases of a thing', () => {
  it.each([
    ['are one while nothing happens', 0, [], [], [phase(0, null, null)]],
    ['are one with the first success', 0, [7, 5], [], [phase(0, 5, null)]],
    ['are one where a loss finds no success', 0, [5], [4], [phase(0, 5, null)]],
    ['are two after a loss', 0, [5], [9], [phase(0, 5, 9), phase(9, null, null)]],
    ['are two when it succeeds again', 0, [5, 12], [9], [phase(0, 5, 9), phase(9, 12, null)]],
    ['are two although it is lost twice', 0, [5], [9, 10], [phase(0, 5, 9), phase(9, null, null)]],
    ['count a success before a loss of the same instant', 0, [5], [5], [phase(0, 5, 5), phase(5, null, null)]],
    ['never begin before the thing', 8, [5], [6], [phase(8, 5, 6), phase(8, null, null)]],
  ])('%s', (_, began, achieved, lost, expected) => {
    expect(phases(began, achieved, lost)).toEqual(expected)
  })

  it('follow one another without a gap, the last one open', () => {
    fc.assert(
      fc.property(fc.array(anyHour), fc.array(anyHour), (achieved, lost) => {
        const all = phases(0, achieved, lost)
        expect(all[0].since).toBe(hour(0))
        expect(all.slice(1).map(({ since }) => since)).toEqual(all.slice(0, -1).map(({ until }) => until))
        expect(all.at(-1)?.until).toBeNull()
      }),
    )
  })

  it('are told apart by number, the first by none', () => {
    expect([0, 1, 2].map(phaseItem)).toEqual(['', '2', '3'])
  })
})
