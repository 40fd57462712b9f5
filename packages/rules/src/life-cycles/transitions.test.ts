import { describe, expect, it } from '@jest/globals'
import { nextState, stageGate, type TransitionTable, validateTransitions } from './transitions.ts'

type State = 'NONE' | 'PLACED' | 'CONFIRMED' | 'CANCELLED'
type Command = 'PLACE' | 'CONFIRM' | 'CANCEL'

const table: TransitionTable<State, Command> = {
  name: { zh: '订单', en: 'order' },
  rule: 'OPP-1',
  initial: 'NONE',
  transitions: {
    NONE: { PLACE: 'PLACED' },
    PLACED: { CONFIRM: 'CONFIRMED', CANCEL: 'CANCELLED' },
    CONFIRMED: { CANCEL: 'CANCELLED' },
    CANCELLED: {},
  },
}

describe('a legal command', () => {
  it('leads to the next state (OPP-1)', () => {
    expect(nextState(table, 'PLACED', 'CONFIRM')).toEqual({ state: 'CONFIRMED', violations: [] })
    expect(stageGate(table, 'NONE', 'PLACE')).toEqual([])
  })
})

describe('an illegal command', () => {
  it('is always the same violation, never a silent no-op (OPP-1)', () => {
    expect(nextState(table, 'NONE', 'CONFIRM')).toEqual({
      state: null,
      violations: [
        {
          rule: 'OPP-1',
          message: {
            zh: '订单处于 NONE 状态，不能执行 CONFIRM。',
            en: 'CONFIRM is not possible while the order is NONE.',
          },
          path: [],
          remedy: { zh: '此时可以执行：PLACE。', en: 'Possible now: PLACE.' },
          facts: { state: 'NONE', command: 'CONFIRM', allowed: 'PLACE' },
        },
      ],
    })
  })

  it('in the last state has no remedy (OPP-1)', () => {
    expect(stageGate(table, 'CANCELLED', 'CANCEL')).toMatchObject([
      {
        remedy: { zh: '流程已经结束，不能再改变。', en: 'Nothing: this is its last state.' },
        facts: { state: 'CANCELLED', command: 'CANCEL', allowed: '' },
      },
    ])
  })

  it('hears of everything that is possible instead, by name (OPP-1)', () => {
    expect(stageGate(table, 'PLACED', 'PLACE')).toMatchObject([
      {
        remedy: { zh: '此时可以执行：CANCEL, CONFIRM。', en: 'Possible now: CANCEL, CONFIRM.' },
        facts: { state: 'PLACED', command: 'PLACE', allowed: 'CANCEL, CONFIRM' },
      },
    ])
  })

  it('is refused for every pair that the table leaves out', () => {
    const legal = Object.entries(table.transitions).flatMap(([state, targets]) =>
      Object.keys(targets).map((command) => `${state} ${command}`),
    )
    for (const state of ['NONE', 'PLACED', 'CONFIRMED', 'CANCELLED'] as const) {
      for (const command of ['PLACE', 'CONFIRM', 'CANCEL'] as const) {
        expect(stageGate(table, state, command)).toHaveLength(legal.includes(`${state} ${command}`) ? 0 : 1)
      }
    }
  })
})

describe('a transition table', () => {
  // Tables that come from data are not held by types.
  const fromData = (given: Partial<TransitionTable<string, string>>): TransitionTable<string, string> => ({
    ...table,
    ...given,
  })

  it('without faults passes', () => {
    expect(validateTransitions(table)).toEqual([])
  })

  it('names unknown and unreachable states', () => {
    const transitions = { NONE: { PLACE: 'PLACED' }, LOST: { FIND: 'NONE' }, ISLAND: { STAY: 'ISLAND' } }
    expect(validateTransitions(fromData({ transitions }))).toEqual([
      { problem: 'UNKNOWN_STATE', state: 'PLACED', from: 'NONE', command: 'PLACE' },
      { problem: 'UNREACHABLE_STATE', state: 'LOST' },
      { problem: 'UNREACHABLE_STATE', state: 'ISLAND' },
    ])
  })

  it('names an unknown initial state', () => {
    expect(validateTransitions(fromData({ initial: 'BORN' }))).toEqual([
      { problem: 'UNKNOWN_INITIAL_STATE', state: 'BORN' },
    ])
  })
})
