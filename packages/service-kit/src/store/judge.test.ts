import type { DomainEvent } from '@afterline/events'
import { type Instant, parseInstant, type Violation } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import type { Aggregate, Command } from '../interfaces.ts'
import { judge } from './judge.ts'

const nine = parseInstant('2026-03-02T09:00:00Z')
const ten = parseInstant('2026-03-02T10:00:00Z')
const eleven = parseInstant('2026-03-02T11:00:00Z')
type Ship = Command<'Ship'>
type Shipped = DomainEvent<'Shipped', { readonly at: Instant }>
interface Lot {
  readonly openedAt: Instant
  readonly blockedAt: Instant
}

const refusal = (rule: Violation['rule'], at: Instant): Violation => {
  const text = { zh: '不行', en: 'no' }
  return { rule, message: text, path: ['lotId'], remedy: text, facts: { at } }
}

const lots: Aggregate<Lot, Ship, Shipped, undefined> = {
  category: 'lot',
  shape: 1,
  initialState: { openedAt: ten, blockedAt: ten },
  decide({ openedAt, blockedAt }, { at }) {
    return {
      events: [{ type: 'Shipped', data: { at } }],
      violations: [
        ...(at < openedAt ? [refusal('TRC-4', at)] : []),
        ...(at >= blockedAt ? [refusal('QLT-4', at)] : []),
      ],
    }
  },
  evolve: (state) => state,
}

function judged(lot: Lot, at: Instant, recordedAt: Instant) {
  const command: Ship = { type: 'Ship', at, by: { id: 'w', role: 'WAREHOUSE' }, data: {} }
  const { events, violations } = judge(lots, lot, command, undefined, recordedAt)
  return [events.map(({ data }) => data.at), violations.map(({ rule, facts }) => [rule, facts['at']])]
}

describe('a command as it happens', () => {
  it('is judged once', () => {
    expect(judged({ openedAt: ten, blockedAt: ten }, nine, nine)).toEqual([[nine], [['TRC-4', nine]]])
  })
})

describe('a late entry', () => {
  it('does not slip past what was blocked since (QLT-4)', () => {
    expect(judged({ openedAt: nine, blockedAt: ten }, nine, eleven)).toEqual([[nine], [['QLT-4', eleven]]])
  })

  it('is not helped by what was permitted since (TRC-4)', () => {
    expect(judged({ openedAt: ten, blockedAt: eleven }, nine, ten)).toEqual([[nine], [['TRC-4', nine]]])
  })

  it('hears of what is wrong at either instant, once', () => {
    expect(judged({ openedAt: nine, blockedAt: nine }, nine, ten)).toEqual([[nine], [['QLT-4', nine]]])
    expect(judged({ openedAt: ten, blockedAt: eleven }, nine, eleven)).toEqual([
      [nine],
      [
        ['TRC-4', nine],
        ['QLT-4', eleven],
      ],
    ])
  })

  it('that nothing speaks against happened when it happened', () => {
    expect(judged({ openedAt: nine, blockedAt: eleven }, nine, ten)).toEqual([[nine], []])
  })
})
