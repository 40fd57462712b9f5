import { describe, expect, it } from '@jest/globals'
import { hour } from '../fixtures.ts'
import { outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { classified, declared, listed, notified } from './recall-fixture.ts'
import { recallLedger } from './recall-ledger.ts'

/** [key, stoppedAt, voidedAt] of each limit. */
const limits = (...facts: readonly Fact[]) =>
  outcomeOf(recallLedger, facts).timers.map(({ key, stoppedAt, voidedAt }) => [key, stoppedAt, voidedAt])
const stopOf = (...facts: readonly Fact[]) => outcomeOf(recallLedger, facts).timers[0]?.stoppedAt

describe('a declared recall', () => {
  it('owes notice to all affected buyers from the declaration, under the policy of then (RCL-1, recall.notify)', () => {
    expect(outcomeOf(recallLedger, [declared(5, null, [], 'v7')]).timers).toEqual([
      {
        key: 'recall.notify',
        item: '',
        rule: 'RCL-1',
        startedAt: hour(5),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it.each([
    [1, 'recall.notify.class1'],
    [2, 'recall.notify.class2'],
    [3, 'recall.notify.class3'],
  ] as const)('of class %i is under the limit of its class alone (RCL-1, %s)', (recallClass, key) => {
    expect(limits(declared(0, recallClass))).toEqual([[key, null, null]])
  })
})

describe('a recall whose class is set later', () => {
  it('changes to the limit of the class, still from the declaration (RCL-1, C28, recall.notify.class2)', () => {
    const timers = outcomeOf(recallLedger, [declared(5, null, [], 'v7'), classified(9, 2)]).timers
    expect(
      timers.map(({ key, startedAt, voidedAt, policyVersion }) => [key, startedAt, voidedAt, policyVersion]),
    ).toEqual([
      ['recall.notify', hour(5), hour(9), 'v7'],
      ['recall.notify.class2', hour(5), null, 'v7'],
    ])
  })

  it('is under the limit of its present class, whichever change is told first (RCL-1, C28, recall.notify.class1)', () => {
    const changes = [classified(9, 3), classified(12, 1)]
    const expected = [
      ['recall.notify', null, hour(9)],
      ['recall.notify.class1', null, null],
      ['recall.notify.class3', null, hour(12)],
    ]
    expect(limits(declared(5), ...changes)).toEqual(expected)
    expect(limits(...changes.toReversed(), declared(5))).toEqual(expected)
  })

  it('returns to the limit of an earlier class (RCL-1, C28)', () => {
    expect(limits(declared(0, 2), classified(5, 1), classified(8, 2))).toEqual([
      ['recall.notify.class1', null, hour(8)],
      ['recall.notify.class2', null, null],
    ])
  })

  it('keeps its limit when the same class is set again (RCL-1, C28)', () => {
    expect(limits(declared(0, 2), classified(5, 2))).toEqual([['recall.notify.class2', null, null]])
  })

  it('is of the graver class where two are set at one instant (RCL-1, C28, recall.notify.class1)', () => {
    expect(limits(declared(0), classified(5, 1), classified(5, 3)).at(1)).toEqual(['recall.notify.class1', null, null])
  })

  it('never had a general limit when the class was known by the declaration (RCL-1, C28)', () => {
    expect(limits(declared(5), classified(5, 2))).toEqual([['recall.notify.class2', null, null]])
    expect(limits(declared(5, 1), classified(3, 2))).toEqual([['recall.notify.class1', null, null]])
  })

  it('is stopped under the present limit only: one notice meets one limit (RCL-1, C28)', () => {
    expect(limits(declared(0), listed(1, 'x'), notified(2, 'x'), classified(9, 2))).toEqual([
      ['recall.notify', null, hour(9)],
      ['recall.notify.class2', hour(2), null],
    ])
  })
})

describe('notice of a recall', () => {
  it('is given when the last listed buyer is notified (RCL-1, recall.notify)', () => {
    const history = [declared(0), listed(1, 'x', 'y'), notified(5, 'y'), notified(8, 'y')]
    expect(stopOf(...history)).toBeNull()
    expect(stopOf(...history, notified(7, 'x'))).toBe(hour(7))
  })

  it('is not given while nobody was listed (RCL-1, recall.notify)', () => {
    expect(stopOf(declared(0), notified(5, 'x'))).toBeNull()
  })

  it('is given from the list on when all on it knew before (RCL-1, recall.notify)', () => {
    expect(stopOf(declared(0), notified(5, 'x'), listed(6, 'x'))).toBe(hour(6))
  })

  it('is owed to nobody when nobody is affected (RCL-1, recall.notify)', () => {
    expect(stopOf(declared(0), listed(3))).toBe(hour(3))
  })

  it('is owed again when a buyer is found later, until that one knows, too (RCL-1, recall.notify)', () => {
    const history = [declared(0), listed(1, 'x'), notified(2, 'x'), listed(50, 'x', 'z')]
    expect(stopOf(...history)).toBeNull()
    expect(stopOf(...history, notified(60, 'z'))).toBe(hour(60))
  })

  it('stays given when the buyer found later had been notified before (RCL-1, recall.notify)', () => {
    expect(stopOf(declared(0), listed(1, 'x'), notified(2, 'x'), notified(30, 'z'), listed(50, 'z'))).toBe(hour(2))
    expect(stopOf(declared(0), listed(1, 'x'), notified(2, 'x'), notified(50, 'z'), listed(50, 'z'))).toBe(hour(2))
  })
})
