import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Act, actScopes, compareActs, earlierAct, lastActBy, responsibleScopes } from './act.ts'
import { hour } from './fixtures.ts'

const act = (at: number, personId: string | null = 'p', teamId: string | null = 't'): Act => ({
  at: hour(at),
  personId,
  teamId,
})
const anyAct = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('p', 'q', null), fc.constantFrom('t', 'u', null))
  .map(([at, personId, teamId]) => act(at, personId, teamId))

describe('two acts', () => {
  it.each([
    ['by time', act(1, 'z', 'z'), act(2, 'a', 'a')],
    ['by person at the same instant', act(1, 'a', 'z'), act(1, 'b', 'a')],
    ['by team of the same person at the same instant', act(1, 'a', 't'), act(1, 'a', 'u')],
    ['nobody before somebody', act(1, null), act(1, 'a')],
    ['no team before a team', act(1, 'a', null), act(1, 'a', 't')],
  ])('are ordered %s', (_, first, second) => {
    expect(compareActs(first, second)).toBe(-1)
    expect(compareActs(second, first)).toBe(1)
  })

  it('are equal when everything is', () => {
    expect(compareActs(act(1), act(1))).toBe(0)
  })
})

describe('the earlier act', () => {
  it('is what is learned while nothing is known', () => {
    expect(earlierAct(null, act(3))).toEqual(act(3))
  })

  it('is the known one unless the learned one comes first', () => {
    const known = act(3)
    expect(earlierAct(known, act(2))).toEqual(act(2))
    expect(earlierAct(known, act(4))).toBe(known)
    expect(earlierAct(known, act(3))).toBe(known)
  })

  it('does not depend on the order of telling', () => {
    fc.assert(
      fc.property(anyAct, anyAct, (a, b) => {
        expect(earlierAct(a, b)).toEqual(earlierAct(b, a))
      }),
    )
  })
})

describe('the last act', () => {
  const acts = [act(5, 'b'), act(2, 'a')]

  it.each([
    [1.9, null],
    [2, act(2, 'a')],
    [4.9, act(2, 'a')],
    [5, act(5, 'b')],
  ])('by hour %p is the last up to it', (at, expected) => {
    expect(lastActBy(acts, hour(at))).toEqual(expected)
  })

  it('of all is the latest, whatever came last to be told', () => {
    expect(lastActBy(acts, null)).toEqual(act(5, 'b'))
    expect(lastActBy([], null)).toBeNull()
  })
})

describe('the scopes of an act', () => {
  it('are the person and the team that are named', () => {
    expect(actScopes(act(1))).toEqual(['person:p', 'team:t'])
    expect(actScopes(null)).toEqual([])
    expect(responsibleScopes('p', null)).toEqual(['person:p'])
    expect(responsibleScopes(null, 't')).toEqual(['team:t'])
    expect(responsibleScopes(null, null)).toEqual([])
  })
})
