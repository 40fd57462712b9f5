import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { money } from '../primitives/money.ts'
import { type ActualFigure, attainmentOf, type TargetFigure } from './attainment.ts'

const yuan = (minor: number): ActualFigure => ({ kind: 'AMOUNT', amount: money(minor, 'CNY') })
const inYuan = (value: number): TargetFigure => ({ measure: { kind: 'AMOUNT', currency: 'CNY' }, value })
const boxes = (thousandths: number, unit = 'box'): ActualFigure => ({ kind: 'QUANTITY', unit, thousandths })
const inBoxes = (value: number): TargetFigure => ({ measure: { kind: 'QUANTITY', unit: 'box' }, value })
const share = (own: number, total: number, currency = 'CNY'): ActualFigure => ({
  kind: 'SHARE',
  market: 'syringes',
  own: money(own, 'CNY'),
  total: money(total, currency),
})
const inBasisPoints = (value: number): TargetFigure => ({ measure: { kind: 'SHARE', market: 'syringes' }, value })

describe('the attainment of a target', () => {
  it('in money and in goods is actual by target, unrounded, also below zero (PRF-1, KPI-2)', () => {
    expect(attainmentOf(inYuan(300), yuan(100))).toEqual({ numerator: 100, denominator: 300 })
    expect(attainmentOf(inBoxes(2_000), boxes(-500))).toEqual({ numerator: -500, denominator: 2_000 })
  })

  it('in a share is share by share (PRF-1, KPI-2)', () => {
    // 30 of 400 are 7.5 %; of 10 % (1000 basis points) that is three quarters.
    expect(attainmentOf(inBasisPoints(1_000), share(30, 400))).toEqual({ numerator: 3, denominator: 4 })
    // 1 of 3 against 50 %: two thirds, which no decimal holds.
    expect(attainmentOf(inBasisPoints(5_000), share(1, 3))).toEqual({ numerator: 2, denominator: 3 })
    // -1 of 4 are -25 %; against 50 % that is minus one half.
    expect(attainmentOf(inBasisPoints(5_000), share(-1, 4))).toEqual({ numerator: -1, denominator: 2 })
  })

  it('has no value without something to divide by (KPI-2)', () => {
    expect(attainmentOf(inYuan(0), yuan(1))).toBeNull()
    expect(attainmentOf(inYuan(1), yuan(0))).toEqual({ numerator: 0, denominator: 1 })
    expect(attainmentOf(inBoxes(0), boxes(0))).toBeNull()
    expect(attainmentOf(inBasisPoints(1_000), share(0, 0))).toBeNull()
    expect(attainmentOf(inBasisPoints(0), share(1, 2))).toBeNull()
  })

  it('of persons adds up to that of their team, where their targets do (KPI-2)', () => {
    const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -500, max: 10_000 })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(parts, (all) => {
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
        const each = all.map(([target, actual]) => attainmentOf(inYuan(target), yuan(actual)))
        const ofTeam = attainmentOf(
          inYuan(sum(all.map(([target]) => target))),
          yuan(sum(all.map(([, actual]) => actual))),
        )
        expect(ofTeam).toEqual({
          numerator: sum(each.map((one) => one?.numerator ?? 0)),
          denominator: sum(each.map((one) => one?.denominator ?? 0)),
        })
      }),
    )
  })

  it('in a share is exact for amounts of every size (KPI-2)', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 1, max: 10_000 }), (own, total, value) => {
        const reached = attainmentOf(inBasisPoints(value), share(own, total))
        const [left, right] = [BigInt(own) * 10_000n, BigInt(total) * BigInt(value)]
        expect(BigInt(reached?.numerator ?? 0) * right).toBe(BigInt(reached?.denominator ?? 0) * left)
      }),
    )
  })
})

describe('a figure that counts something else', () => {
  it.each([
    ['another measure', inYuan(1), boxes(1), 'KPI_INVALID'],
    ['a share for goods', inBoxes(1), share(1, 2), 'KPI_INVALID'],
    ['money for a share', inBasisPoints(1), yuan(1), 'KPI_INVALID'],
    ['another unit', inBoxes(1), boxes(1, 'piece'), 'KPI_INVALID'],
    ['another market', inBasisPoints(1), { ...share(1, 2), market: 'gloves' } as ActualFigure, 'KPI_INVALID'],
    ['another currency', inYuan(1), { kind: 'AMOUNT', amount: money(1, 'USD') }, 'MONEY_CURRENCY_MISMATCH'],
    ['a market in another currency', inBasisPoints(1), share(1, 2, 'USD'), 'MONEY_CURRENCY_MISMATCH'],
    ['part of a thousandth', inBoxes(1), boxes(0.5), 'KPI_INVALID'],
    ['part of a fen as target', inYuan(0.5), yuan(1), 'KPI_INVALID'],
    // 1 of 2^53 - 1 against 9999 basis points does not reduce to what a number holds.
    ['a share that no number holds', inBasisPoints(9_999), share(1, Number.MAX_SAFE_INTEGER), 'KPI_INVALID'],
  ] as const)('such as %s is a fault', (_, target, actual, code) => {
    expect(() => attainmentOf(target, actual)).toThrow(expect.objectContaining({ code }))
  })
})
