import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Allocation, allocationsOf, type HeldTarget } from './allocation.ts'

const held = (teamId: string | null, personId: string | null, value: number): HeldTarget => ({
  part: 'amount',
  currency: 'CNY',
  teamId,
  personId,
  value,
})

const company = (value: number) => held(null, null, value)
const team = (id: string, value: number) => held(id, null, value)
const person = (id: string, teamId: string | null, value: number) => held(teamId, id, value)

/** What a scope sums to; every allocation counts for the company. */
function sumIn(scope: string, allocations: readonly Allocation[]): number {
  return allocations
    .filter(({ scopes }) => scope === 'company' || scopes.includes(scope))
    .reduce((sum, { value }) => sum + value, 0)
}

function shown(...targets: readonly HeldTarget[]) {
  return allocationsOf(targets).map(({ scopes, value }) => [scopes.join(' '), value])
}

describe('targets given down in full', () => {
  it('are those of the persons: team and company must not be counted on top (TGT-3, C6, KPI-2)', () => {
    expect(shown(company(100), team('a', 60), team('b', 40), person('x', 'a', 60), person('y', 'b', 40))).toEqual([
      ['person:x team:a', 60],
      ['person:y team:b', 40],
    ])
  })
})

describe('targets given down in part', () => {
  const targets = [company(100), team('a', 60), person('x', 'a', 40), person('y', 'a', 15), person('z', null, 30)]

  it('show what a team and the company keep unallocated (TGT-3, C6, KPI-2)', () => {
    expect(shown(...targets)).toEqual([
      ['person:x team:a', 40],
      ['person:y team:a', 15],
      ['person:z', 30],
      ['team:a', 5],
      ['', 10],
    ])
  })

  it('sum to what was published in every scope (C6, KPI-2)', () => {
    const sums = ['company', 'team:a', 'person:x', 'person:y', 'person:z'].map((scope) =>
      sumIn(scope, allocationsOf(targets)),
    )
    expect(sums).toEqual([100, 60, 40, 15, 30])
  })
})

describe('targets that give out more than they hold', () => {
  it('leave a negative rest, and the sums are as published (C6, KPI-2)', () => {
    const allocations = allocationsOf([company(100), team('a', 60), person('x', 'a', 70), team('b', 50)])
    expect(allocations.map(({ value }) => value)).toEqual([70, -10, 50, -10])
    expect(['company', 'team:a', 'team:b', 'person:x'].map((scope) => sumIn(scope, allocations))).toEqual([
      100, 60, 50, 70,
    ])
  })
})

describe('targets without one above them', () => {
  it('make the sum of the team and of the company (C6, KPI-2)', () => {
    const allocations = allocationsOf([person('x', 'a', 40), person('y', 'a', 15), team('b', 5)])
    expect([sumIn('team:a', allocations), sumIn('company', allocations)]).toEqual([55, 60])
  })

  it('are taken off the company where only the team is missing (C6, KPI-2)', () => {
    expect(shown(company(100), person('x', 'a', 40))).toEqual([
      ['person:x team:a', 40],
      ['', 60],
    ])
  })
})

describe('targets of several measures and currencies', () => {
  it('are trees of their own (TGT-5, KPI-2)', () => {
    const brl = { ...person('x', null, 30), currency: 'BRL' }
    const quantity = { ...person('x', null, 2000), part: 'quantity', currency: null } as const
    const allocations = allocationsOf([company(100), brl, quantity])
    expect(allocations.map(({ part, currency, value }) => [part, currency, value])).toEqual([
      ['amount', 'CNY', 100],
      ['amount', 'BRL', 30],
      ['quantity', null, 2000],
    ])
  })
})

describe('any tree of targets', () => {
  it('sums to the published target in each scope that has one (C6, KPI-2)', () => {
    const value = fc.integer({ min: 0, max: 100 })
    const tree = fc.tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom('w', 'x', 'y', 'z'), fc.constantFrom('a', 'b', null), value), {
        selector: ([personId]) => personId,
      }),
      fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b'), value), { selector: ([teamId]) => teamId }),
      fc.option(value),
    )
    fc.assert(
      fc.property(tree, ([persons, teams, whole]) => {
        const targets = [
          ...persons.map(([personId, teamId, set]) => person(personId, teamId, set)),
          ...teams.map(([teamId, set]) => team(teamId, set)),
          ...(whole === null ? [] : [company(whole)]),
        ]
        const allocations = allocationsOf(targets)
        for (const [personId, , set] of persons) expect(sumIn(`person:${personId}`, allocations)).toBe(set)
        for (const [teamId, set] of teams) expect(sumIn(`team:${teamId}`, allocations)).toBe(set)
        if (whole !== null) expect(sumIn('company', allocations)).toBe(whole)
        expect(allocations.filter((allocation) => allocation.value === 0)).toEqual([])
      }),
    )
  })
})
