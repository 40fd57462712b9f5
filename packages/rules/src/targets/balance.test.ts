import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { balanceTargets, type TargetBalance } from './balance.ts'
import type { TargetTree } from './target-tree.ts'
import { month, person, randomTrees, team, tree } from './tree-fixture.ts'

const figures = ({ names, value, allocated, unallocated, overAllocated }: TargetBalance) => [
  names.join(' '),
  value,
  allocated,
  unallocated,
  overAllocated,
]

describe('a tree of targets', () => {
  it('shows on each level what is divided and what is left, to the last unit (TGT-1, TGT-2, TGT-3)', () => {
    // March: 60 of the year's 100. Its team has 60 of 60; of them 35 + 24 = 59 are with persons, 1 is left.
    const march = month(3, 60, [team('north', 60, [person('wang', 35), person('li', 24)])])
    expect(balanceTargets(tree(100, [march])).map(figures)).toEqual([
      ['2026', 100, 60, 40, 0],
      ['2026 2026-03', 60, 60, 0, 0],
      ['2026 2026-03 north', 60, 59, 1, 0],
      ['2026 2026-03 north wang', 35, 35, 0, 0],
      ['2026 2026-03 north li', 24, 24, 0, 0],
    ])
  })

  it('shows where the parts are more than the whole, in place and size (TGT-3)', () => {
    const december = month(12, 10, [team('a', 6, []), team('b', 5, [person('wang', 7)])])
    expect(
      balanceTargets(tree(10, [december])).map(({ path, ...balance }) => [
        path.join('.'),
        ...figures({ path, ...balance }),
      ]),
    ).toEqual([
      ['', '2026', 10, 10, 0, 0],
      ['months.0', '2026 2026-12', 10, 11, 0, 1],
      // Nobody in team a: all of it is left.
      ['months.0.teams.0', '2026 2026-12 a', 6, 0, 6, 0],
      ['months.0.teams.1', '2026 2026-12 b', 5, 7, 0, 2],
      ['months.0.teams.1.persons.0', '2026 2026-12 b wang', 7, 7, 0, 0],
    ])
  })

  it('of shares divides nothing: shares do not add (TGT-5)', () => {
    const ofShares: TargetTree = { ...tree(500, [month(1, 500, [])]), measure: { kind: 'SHARE', market: 'syringes' } }
    expect(balanceTargets(ofShares).map(figures)).toEqual([
      ['2026', 500, null, null, null],
      ['2026 2026-01', 500, null, null, null],
    ])
  })

  it('is whole: what persons hold, and what is left or too much above them, is the year (TGT-3)', () => {
    fc.assert(
      fc.property(randomTrees, (any) => {
        const balances = balanceTargets(any)
        const total = (all: readonly (number | null)[]) => all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
        const held = total(balances.filter(({ level }) => level === 'PERSON').map(({ value }) => value))
        const left = total(balances.map(({ unallocated }) => unallocated))
        const surplus = total(balances.map(({ overAllocated }) => overAllocated))
        expect(held + left - surplus).toBe(any.value)
        for (const { unallocated, overAllocated } of balances) {
          expect([unallocated, overAllocated]).toContain(0)
          expect(Math.min(unallocated ?? -1, overAllocated ?? -1)).toBe(0)
        }
      }),
    )
  })

  it('balances alike in whatever order its parts stand (TGT-3)', () => {
    fc.assert(
      fc.property(randomTrees, (any) => {
        const backwards: TargetTree = {
          ...any,
          months: any.months.toReversed().map((one) => ({
            ...one,
            teams: one.teams.toReversed().map((two) => ({ ...two, persons: two.persons.toReversed() })),
          })),
        }
        const lines = (of: TargetTree) =>
          balanceTargets(of)
            .map((balance) => figures(balance).join(' | '))
            .toSorted()
        expect(lines(backwards)).toEqual(lines(any))
      }),
    )
  })

  it.each([
    [{ kind: 'AMOUNT', currency: 'CNY' }, 'MONEY_INVALID'],
    [{ kind: 'QUANTITY', unit: 'box' }, 'QUANTITY_INVALID'],
    [{ kind: 'SHARE', market: 'syringes' }, 'KPI_INVALID'],
  ] as const)('in %j takes whole units only', (measure, code) => {
    expect(() => balanceTargets({ ...tree(0.5, []), measure })).toThrow(expect.objectContaining({ code }))
  })

  it('takes no sum that cannot be told exactly', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(() => balanceTargets(tree(most, [month(1, most, []), month(2, 1, [])]))).toThrow(
      expect.objectContaining({ code: 'MONEY_INVALID' }),
    )
    expect(balanceTargets(tree(most, [month(1, most, [])]))[0]?.unallocated).toBe(0)
  })
})
