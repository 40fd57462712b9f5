import { expect } from '@jest/globals'
import fc from 'fast-check'
import { elapsedReckoning, hour, told } from './fixtures.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from './ledger.ts'

/* Histories for tests of a ledger with facts of its own. Hours are those of `fixtures.ts`. */

/** Makes facts of one category. They were recorded when they occurred, unless said otherwise. */
export function factsOf<DataByType>() {
  return <Type extends keyof DataByType & string>(
    type: Type,
    atHour: number,
    data: DataByType[Type],
    given: { readonly policyVersion?: string; readonly recordedAtHour?: number } = {},
  ): Fact<Type, DataByType[Type]> => ({
    type,
    occurredAt: hour(atHour),
    recordedAt: hour(given.recordedAtHour ?? atHour),
    policyVersion: given.policyVersion ?? 'v1',
    data,
  })
}

/** What a history measures and limits. */
export interface Outcome {
  readonly timers: readonly Timer[]
  readonly measurements: readonly Measurement[]
}

export function outcomeOf<State>(
  ledger: Ledger<State>,
  facts: readonly Fact[],
  reckoning: Reckoning = elapsedReckoning,
): Outcome {
  return outcomeOfState(ledger, told(ledger, facts), reckoning)
}

/** A law of ledgers: told in any order, twice, and in portions with storage in between, a history says the same. */
export function expectSameToldAnyhow<State>(
  ledger: Ledger<State>,
  facts: readonly Fact[],
  reckoning: Reckoning = elapsedReckoning,
): void {
  const expected = outcomeOf(ledger, facts, reckoning)
  const twice = [...facts, ...facts]
  fc.assert(
    fc.property(fc.shuffledSubarray(twice, { minLength: twice.length }), fc.nat(twice.length), (order, cut) => {
      const stored: State = JSON.parse(JSON.stringify(told(ledger, order.slice(0, cut))))
      const state = order.slice(cut).reduce((known, next) => ledger.record(known, next), stored)
      expect(outcomeOfState(ledger, state, reckoning)).toEqual(expected)
    }),
  )
}

/** A law of ledgers: a fact of another kind changes nothing, not even one named like a member of every object. */
export function expectOthersSkipped<State>(ledger: Ledger<State>, facts: readonly Fact[]): void {
  const state = told(ledger, facts)
  for (const type of ['FindingRecorded', 'toString']) {
    for (const fact of facts) expect(ledger.record(state, { ...fact, type })).toBe(state)
  }
}

function outcomeOfState<State>(ledger: Ledger<State>, state: State, reckoning: Reckoning): Outcome {
  return { timers: ledger.timers(state, reckoning), measurements: ledger.measurements(state, reckoning) }
}
