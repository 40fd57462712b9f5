import type { DomainEvent } from '@afterline/events'
import { type Instant, parseInstant, type Violation } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import type { Aggregate, Command } from '../interfaces.ts'
import { specificationOf } from './decider-specification.ts'

type Counted = DomainEvent<'Counted', { readonly by: number }>
type Count = Command<'Count', { readonly by: number }>

const tooMuch = (by: number): Violation => ({
  rule: 'ORD-3',
  message: { zh: '过多', en: 'Too much' },
  path: ['by'],
  remedy: { zh: '少些', en: 'Less' },
  facts: { by },
})

/** Counts up to a limit; what goes beyond is refused, and beyond twice the limit refused twice. */
const counter: Aggregate<number, Count, Counted, { readonly limit: number }> = {
  category: 'order',
  shape: 1,
  initialState: 0,
  decide(total, { data: { by } }, { limit }) {
    const sum = total + by
    const violations = [...(sum > limit ? [tooMuch(by)] : []), ...(sum > 2 * limit ? [tooMuch(by)] : [])]
    return { events: [{ type: 'Counted', data: { by } }], violations }
  },
  evolve: (total, event) => total + event.data.by,
}

const at: Instant = parseInstant('2026-02-02T01:00:00Z')
const counted = (by: number) => ({ type: 'Counted', data: { by } }) as const
const past = (by: number) => ({ ...counted(by), occurredAt: at })
const count = (by: number): Count => ({ type: 'Count', at, by: { id: 'a', role: 'SALESPERSON' }, data: { by } })
const counting = specificationOf(counter)

describe('a decider specification', () => {
  it('passes when the decision is as told', () => {
    counting.given(past(2), past(3)).when(count(5), { limit: 10 }).then(counted(5))
    counting.given(past(9)).when(count(2), { limit: 10 }).thenRefused('ORD-3')
    counting.given(past(20)).when(count(2), { limit: 10 }).thenRefused('ORD-3', 'ORD-3')
    counting.given(past(20)).when(count(2), { limit: 10 }).thenKept(['ORD-3'], counted(2))
  })

  it('fails on another event, a missing event and an unexpected violation', () => {
    const accepted = counting.given().when(count(1), { limit: 10 })
    expect(() => accepted.then(counted(2))).toThrow()
    expect(() => accepted.then()).toThrow()
    expect(() => counting.given(past(10)).when(count(1), { limit: 10 }).then(counted(1))).toThrow()
  })

  it('fails on another rule, a rule too few, and a refusal that names no rule', () => {
    const refused = counting.given(past(20)).when(count(1), { limit: 10 })
    expect(() => refused.thenRefused('ORD-1', 'ORD-3')).toThrow()
    expect(() => refused.thenRefused('ORD-3')).toThrow()
    expect(() => refused.thenRefused()).toThrow()
    expect(() => counting.given().when(count(1), { limit: 10 }).thenRefused('ORD-3')).toThrow()
    expect(() => refused.thenKept([], counted(1))).toThrow()
    expect(() => refused.thenKept(['ORD-3'])).toThrow()
  })
})
