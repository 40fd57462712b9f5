import type { DomainEvent } from '@afterline/events'
import type { TransitionTable } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { aggregate, happens } from '../aggregate/index.ts'
import { derivedSdl } from './derived-sdl.ts'
import { graphOf, onlyTheRecord } from './graph.ts'

type Nothing = Readonly<Record<never, never>>

interface LoanTypes {
  readonly unbegun: 'UNOPENED'
  readonly state: { readonly status: 'OPEN' | 'OVERDUE' | 'REPAID' }
  readonly commands: { readonly OpenLoan: Nothing; readonly RepayLoan: Nothing; readonly ForgiveLoan: Nothing }
  readonly events: DomainEvent<'Opened', Nothing> | DomainEvent<'Repaid', Nothing>
  readonly lookUp: unknown
  readonly begins: 'OpenLoan'
  readonly begunBy: 'Opened'
}

const life: TransitionTable<'UNOPENED' | 'OPEN' | 'OVERDUE' | 'REPAID', 'OpenLoan' | 'RepayLoan' | 'ForgiveLoan'> = {
  name: { zh: '借出', en: 'loan' },
  rule: 'FIN-1',
  initial: 'UNOPENED',
  transitions: {
    UNOPENED: { OpenLoan: 'OPEN' },
    OPEN: { RepayLoan: 'REPAID' },
    OVERDUE: { RepayLoan: 'REPAID', ForgiveLoan: 'REPAID' },
    REPAID: {},
  },
}

const loans = graphOf(
  aggregate<LoanTypes>({
    category: 'order',
    shape: 1,
    life,
    begin: { OpenLoan: () => happens('Opened', {}) },
    decide: { RepayLoan: () => happens('Repaid', {}), ForgiveLoan: () => happens('Repaid', {}) },
    begun: { Opened: () => ({ status: 'OPEN' }) },
    evolve: { Repaid: () => ({ status: 'REPAID' }) },
  }),
  {
    type: 'Loan',
    collection: 'loans',
    lists: {},
    mutations: { OpenLoan: () => ({}), RepayLoan: onlyTheRecord, ForgiveLoan: () => ({}) },
  },
)

describe('the derived schema', () => {
  const sdl = derivedSdl('orders', [loans])

  it('has the input of a mutation that takes nothing but its record, with the stages at which it may come', () => {
    expect(sdl).toContain('input RepayLoanInput {\n  "One with the status OPEN or OVERDUE."\n  loanId: ID!\n}')
  })

  it('has no input of a mutation whose data the aggregate makes itself', () => {
    expect(sdl).not.toMatch(/input (OpenLoan|ForgiveLoan)Input/)
  })
})
