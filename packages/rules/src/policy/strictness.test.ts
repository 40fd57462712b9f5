import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { KpiTarget } from '../catalogue/index.ts'
import {
  type Strictness,
  strictnessOfList,
  strictnessOfNumber,
  strictnessOfTarget,
  strictnessOfTerm,
} from './strictness.ts'
import type { Term } from './term.ts'

const HOUR = 3_600_000
const elapsed = (hours: number): Term => ({ clock: 'elapsed', millis: hours * HOUR })
const business = (hours: number): Term => ({ clock: 'business', millis: hours * HOUR })
const years = (count: number): Term => ({ clock: 'calendarYears', years: count })
const workingDay: Term = { clock: 'workingDays', days: 1, mode: 'sameClock' }
const mirrored: Readonly<Record<Strictness, Strictness>> = {
  EQUAL: 'EQUAL',
  STRICTER: 'LAXER',
  LAXER: 'STRICTER',
  OTHER: 'OTHER',
}

describe('the order of limits', () => {
  it.each([
    [elapsed(23), elapsed(24), 'STRICTER'],
    [elapsed(24), elapsed(24), 'EQUAL'],
    [elapsed(25), elapsed(24), 'LAXER'],
    [elapsed(24), business(24), 'STRICTER'],
    [business(24), elapsed(24), 'LAXER'],
  ] as const)('of %j and %j to act by is the sooner one the stricter (C4)', (term, than, strictness) => {
    expect(strictnessOfTerm(term, than, 'notAfter')).toBe(strictness)
  })

  it.each([
    [years(3), years(2), 'STRICTER'],
    [years(2), years(2), 'EQUAL'],
    [years(1), years(2), 'LAXER'],
  ] as const)('of %j and %j to wait for is the later one the stricter (C1)', (term, than, strictness) => {
    expect(strictnessOfTerm(term, than, 'notBefore')).toBe(strictness)
  })

  it('tells nothing of 24 hours and 1 working day: which is sooner depends on the day (C3)', () => {
    for (const bound of ['notAfter', 'notBefore'] as const) {
      expect(strictnessOfTerm(elapsed(24), workingDay, bound)).toBe('OTHER')
      expect(strictnessOfTerm(workingDay, elapsed(24), bound)).toBe('OTHER')
    }
  })

  it('tells nothing of 3 calendar days and 72 hours: a clock change lies between them (C5)', () => {
    expect(strictnessOfTerm({ clock: 'calendarDays', days: 3 }, elapsed(72), 'notAfter')).toBe('OTHER')
  })
})

describe('the order of numbers', () => {
  it.each([
    [1, 2, 'LOWER', 'STRICTER'],
    [2, 2, 'LOWER', 'EQUAL'],
    [3, 2, 'LOWER', 'LAXER'],
    [3, 2, 'HIGHER', 'STRICTER'],
    [2, 2, 'HIGHER', 'EQUAL'],
    [1, 2, 'HIGHER', 'LAXER'],
    [1, 2, null, 'OTHER'],
    [2, 2, null, 'EQUAL'],
    [3, 2, null, 'OTHER'],
  ] as const)('makes %i beside %i, where %s is stricter, %s', (value, than, stricter, strictness) => {
    expect(strictnessOfNumber(value, than, stricter)).toBe(strictness)
  })
})

describe('the order of lists', () => {
  it.each([
    [['a', 'b'], ['a'], 'MORE', 'STRICTER'],
    [['b', 'a'], ['a', 'b'], 'MORE', 'EQUAL'],
    [[], ['a'], 'MORE', 'LAXER'],
    [['b'], ['a'], 'MORE', 'OTHER'],
    [[], ['a'], 'LESS', 'STRICTER'],
    [['b', 'a'], ['a', 'b'], 'LESS', 'EQUAL'],
    [['a', 'b'], ['a'], 'LESS', 'LAXER'],
    [['b'], ['a'], 'LESS', 'OTHER'],
  ] as const)('makes %j beside %j, where %s is stricter, %s', (list, than, stricter, strictness) => {
    expect(strictnessOfList<string>(list, than, stricter)).toBe(strictness)
  })
})

describe('the order of targets', () => {
  const share = (percent: number): KpiTarget => ({ numerator: percent, denominator: 100 })

  it.each([
    [share(100), { numerator: 1, denominator: 1 }, 'EQUAL'],
    [share(99), { numerator: 1, denominator: 1 }, 'LAXER'],
    [share(91), share(90), 'STRICTER'],
    [{ atMostHours: 24 }, { atMostHours: 24 }, 'EQUAL'],
    [{ atMostHours: 23 }, { atMostHours: 24 }, 'STRICTER'],
    [{ atMostHours: 25 }, { atMostHours: 24 }, 'LAXER'],
    [{ atMostHours: 24 }, share(100), 'OTHER'],
    [share(50), 'rising', 'STRICTER'],
    ['rising', share(50), 'LAXER'],
    ['rising', 'rising', 'EQUAL'],
    ['rising', 'falling', 'OTHER'],
    ['rising', null, 'STRICTER'],
    [null, 'rising', 'LAXER'],
    [null, share(1), 'LAXER'],
    [null, null, 'EQUAL'],
  ] as const)('makes %j beside %j %s', (target, than, strictness) => {
    expect(strictnessOfTarget(target, than)).toBe(strictness)
  })
})

describe('every order', () => {
  it('says the opposite when it is asked the other way round', () => {
    const terms = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map(elapsed),
      fc.integer({ min: 1, max: 40 }).map(business),
      fc.integer({ min: 1, max: 4 }).map(years),
      fc.constant(workingDay),
    )
    const targets = fc.oneof(
      fc.constantFrom<KpiTarget>('rising', 'falling', null),
      fc.integer({ min: 1, max: 5 }).map((atMostHours): KpiTarget => ({ atMostHours })),
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }))
        .map(([numerator, denominator]): KpiTarget => ({ numerator, denominator })),
    )
    const lists = fc.subarray(['a', 'b', 'c'])
    fc.assert(
      fc.property(
        terms,
        terms,
        targets,
        targets,
        lists,
        lists,
        (term, otherTerm, target, otherTarget, list, otherList) => {
          const pairs = [
            [strictnessOfTerm(term, otherTerm, 'notAfter'), strictnessOfTerm(otherTerm, term, 'notAfter')],
            [strictnessOfTerm(term, otherTerm, 'notBefore'), strictnessOfTerm(otherTerm, term, 'notBefore')],
            [strictnessOfTarget(target, otherTarget), strictnessOfTarget(otherTarget, target)],
            [strictnessOfList(list, otherList, 'MORE'), strictnessOfList(otherList, list, 'MORE')],
            [
              strictnessOfNumber(list.length, otherList.length, 'LOWER'),
              strictnessOfNumber(otherList.length, list.length, 'LOWER'),
            ],
          ] as const
          for (const [there, back] of pairs) expect(back).toBe(mirrored[there])
        },
      ),
    )
  })
})
