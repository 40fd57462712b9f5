import type { DomainEvent } from '@afterline/events'
import { type Instant, parseInstant, type TransitionTable, type Violation } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { specificationOf } from '../testing/index.ts'
import { type AggregateDeclaration, type AnyCommandOf, aggregate, happens, refused, toldInOrder } from './index.ts'

interface Loan {
  readonly status: 'OPEN' | 'REPAID'
  readonly owed: number
  readonly openedAt: Instant
  readonly owner: string
}

interface LoanTypes {
  readonly unbegun: 'UNOPENED'
  readonly state: Loan
  readonly commands: {
    readonly Open: { readonly owed: number; readonly owner: string }
    readonly Repay: { readonly amount: number }
    readonly Close: Readonly<Record<never, never>>
  }
  readonly events:
    | DomainEvent<'Opened', { readonly owed: number; readonly owner: string }>
    | DomainEvent<'Repaid', { readonly amount: number }>
    | DomainEvent<'Closed', Readonly<Record<never, never>>>
  readonly lookUp: { readonly mostAtOnce: number }
  readonly begins: 'Open'
  readonly begunBy: 'Opened'
}

const life: TransitionTable<'UNOPENED' | 'OPEN' | 'REPAID', 'Open' | 'Repay' | 'Close'> = {
  name: { zh: '借出', en: 'loan' },
  rule: 'FIN-1',
  initial: 'UNOPENED',
  transitions: { UNOPENED: { Open: 'OPEN' }, OPEN: { Repay: 'OPEN' }, REPAID: { Close: 'REPAID' } },
}

const tooMuch: Violation = {
  rule: 'FIN-2',
  message: { zh: '过多', en: 'Too much' },
  path: ['amount'],
  remedy: { zh: '少些', en: 'Less' },
  facts: {},
}

type Changes = Partial<Pick<AggregateDeclaration<LoanTypes>, 'begunAt' | 'asksGatesOfIllegalSteps' | 'gates'>>

const loanOf = (changes: Changes = {}) =>
  aggregate<LoanTypes>({
    category: 'order',
    shape: 1,
    life,
    row: 'owner',
    ...changes,
    begin: { Open: ({ data }) => happens('Opened', data) },
    decide: {
      Repay: ({ owed }, { data: { amount } }, { mostAtOnce }) =>
        amount > owed ? refused([tooMuch]) : happens('Repaid', { amount }).unless(amount > mostAtOnce ? [tooMuch] : []),
      Close: () => happens('Closed', {}),
    },
    begun: { Opened: ({ data, occurredAt }) => ({ ...data, status: 'OPEN', openedAt: occurredAt }) },
    evolve: { Repaid: ({ owed }, { data: { amount } }) => ({ owed: owed - amount }), Closed: () => ({}) },
    settle: (loan) => ({ ...loan, status: loan.owed === 0 ? 'REPAID' : 'OPEN' }),
  })

const at = parseInstant('2026-03-02T09:00:00+08:00')
const before = parseInstant('2026-03-01T09:00:00+08:00')
const by = { id: 'finance-1', role: 'FINANCE' }
const lookUp = { mostAtOnce: 5 }
const opened = { type: 'Opened', data: { owed: 8, owner: 'finance-1' }, occurredAt: at } as const
const repay = (amount: number) => ({ type: 'Repay', at, by, data: { amount } }) as const
const open = { type: 'Open', at, by, data: opened.data } as const

describe('an aggregate of tables', () => {
  const spec = specificationOf(loanOf())

  it('knows from them what begins a stream, and whether it was begun', () => {
    const loan = loanOf()
    expect([loan.creates, loan.commandNames]).toEqual([['Open'], ['Open', 'Repay', 'Close']])
    expect(loan.initialState).toEqual({ status: 'UNOPENED' })
    expect([loan.isBegun(loan.initialState), loan.isBegun(spec.stateAfter([opened]))]).toEqual([false, true])
  })

  it('decides and evolves by name, and settles after every later event', () => {
    spec.given().when(open, lookUp).then({ type: 'Opened', data: opened.data })
    spec
      .given(opened)
      .when(repay(5), lookUp)
      .then({ type: 'Repaid', data: { amount: 5 } })
    const paid = (amount: number) => ({ type: 'Repaid', data: { amount }, occurredAt: at }) as const
    expect(spec.stateAfter([opened, paid(5)])).toMatchObject({ status: 'OPEN', owed: 3 })
    expect(spec.stateAfter([opened, paid(5), paid(3)])).toMatchObject({ status: 'REPAID', owed: 0 })
  })

  it('keeps for history what gates speak against, and nothing of what makes no sense', () => {
    spec
      .given(opened)
      .when(repay(6), lookUp)
      .thenKept(['FIN-2'], { type: 'Repaid', data: { amount: 6 } })
    spec.given(opened).when(repay(9), lookUp).thenKept(['FIN-2'])
  })

  it('refuses what its life does not allow, before the beginning, again, or too late', () => {
    spec.given().when(repay(1), lookUp).thenKept(['FIN-1'])
    spec.given(opened).when(open, lookUp).thenKept(['FIN-1'])
    spec
      .given(opened)
      .when({ type: 'Close', at, by, data: {} }, lookUp)
      .thenKept(['FIN-1'], { type: 'Closed', data: {} })
  })

  it('leaves a stream alone whose first event is missing', () => {
    expect(spec.stateAfter([{ type: 'Repaid', data: { amount: 1 }, occurredAt: at }])).toEqual({ status: 'UNOPENED' })
  })
})

describe('the gates that commands name', () => {
  it('are told with the aggregate; where none are, there are none', () => {
    const gates = { Repay: ['creditGate', 'licenceGate'] } as const
    expect([loanOf({ gates }).gates, loanOf().gates]).toEqual([gates, {}])
  })

  it('are gates of the rules, of commands that there are', () => {
    // @ts-expect-error the rules have no such gate
    const unknownGate: Changes['gates'] = { Repay: ['debtGate'] }
    // @ts-expect-error the stage gate is asked of every command
    const ofStages: Changes['gates'] = { Repay: ['stageGate'] }
    // @ts-expect-error a loan has no such command
    const unknownCommand: Changes['gates'] = { Forgive: ['creditGate'] }
    expect([unknownGate, ofStages, unknownCommand]).toHaveLength(3)
  })
})

describe('a step that the stage does not allow', () => {
  const repaid = { type: 'Repaid', data: { amount: 8 }, occurredAt: at } as const

  it('is refused for the stage alone', () => {
    specificationOf(loanOf()).given(opened, repaid).when(repay(6), lookUp).thenRefused('FIN-1')
  })

  it('is judged by its gates, too, where history needs it', () => {
    const spec = specificationOf(loanOf({ asksGatesOfIllegalSteps: true }))
    spec.given(opened, repaid).when(repay(6), lookUp).thenRefused('FIN-1', 'FIN-2')
  })
})

describe('a history', () => {
  const steps = [
    { ...repay(2), at: parseInstant('2026-03-03T09:00:00+08:00') },
    { ...repay(1), at: before },
  ]

  it('is told in time order behind its beginning, and keeps the instant that lies before it', () => {
    const told: readonly AnyCommandOf<LoanTypes>[] = toldInOrder<AnyCommandOf<LoanTypes>>(open, steps)
    expect(told).toEqual([open, { ...repay(1), at, statedAt: before }, steps[0]])
  })

  it('keeps the order of steps that have one instant', () => {
    const told = toldInOrder<AnyCommandOf<LoanTypes>>(open, [repay(3), repay(1), repay(2)])
    expect(told.map(({ data }) => data)).toEqual([open.data, { amount: 3 }, { amount: 1 }, { amount: 2 }])
  })

  it('keeps an event at the stated instant, and says where that lies before the beginning', () => {
    const early = { ...repay(1), statedAt: before }
    const event = { type: 'Repaid', data: { amount: 1 }, occurredAt: before } as const
    specificationOf(loanOf()).given(opened).when(early, lookUp).then(event)
    specificationOf(loanOf({ begunAt: 'openedAt' }))
      .given(opened)
      .when(early, lookUp)
      .thenKept(['FIN-1'], event)
  })
})
