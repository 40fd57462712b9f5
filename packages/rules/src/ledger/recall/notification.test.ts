import { describe, expect, it } from '@jest/globals'
import { hour, told } from '../fixtures.ts'
import type { Fact } from '../ledger.ts'
import { stretchesAllNotified } from './notification.ts'
import { listed, notified } from './recall-fixture.ts'
import { recallLedger } from './recall-ledger.ts'

/** Hours of the stretches; `null` for one that goes on. */
function stretches(...facts: readonly Fact[]) {
  return stretchesAllNotified(told(recallLedger, facts)).map(({ since, until }) => [since, until])
}

describe('all affected buyers', () => {
  it('are notified in no stretch while none are listed or one of them is not (RCL-1)', () => {
    expect(stretches()).toEqual([])
    expect(stretches(notified(1, 'x'))).toEqual([])
    expect(stretches(listed(1, 'x', 'y'), notified(3, 'x'))).toEqual([])
  })

  it('are notified from the last notice on (RCL-1)', () => {
    expect(stretches(listed(1, 'x', 'y'), notified(3, 'x'), notified(2, 'y'))).toEqual([[hour(3), null]])
  })

  it('are notified until another one is found, and again from when that one knows (RCL-1)', () => {
    expect(stretches(listed(1, 'x'), notified(2, 'x'), listed(5, 'y'), notified(7, 'y'))).toEqual([
      [hour(2), hour(5)],
      [hour(7), null],
    ])
  })

  it('are notified in no stretch that has no time: found at the instant of the last notice (RCL-1)', () => {
    expect(stretches(listed(1, 'x'), notified(5, 'x'), listed(5, 'y'))).toEqual([])
    expect(stretches(listed(1, 'x'), notified(9, 'x'), listed(5, 'y'), notified(7, 'y'))).toEqual([[hour(9), null]])
  })

  it('are notified through the finding of one who knows by then (RCL-1)', () => {
    expect(stretches(listed(1, 'x'), notified(2, 'x'), notified(5, 'y'), listed(5, 'y'))).toEqual([[hour(2), null]])
  })

  it('are nobody from an empty list until somebody is found (RCL-1)', () => {
    expect(stretches(listed(1), listed(4, 'x'))).toEqual([[hour(1), hour(4)]])
  })
})
