import { describe, expect, it } from '@jest/globals'
import { rulesRefusing } from '../violation-fixture.ts'
import { contractStages, opportunityStages } from './sales-stages.ts'
import { nextState, stageGate, type TransitionTable, validateTransitions } from './transitions.ts'

type Edge = readonly [from: string, command: string, to: string]

/** Written out by hand from section 7 of the regulations, so that a change of the table shows here. */
const opportunityEdges: readonly Edge[] = [
  ['UNOPENED', 'OpenOpportunity', 'NEW'],
  ['NEW', 'QualifyOpportunity', 'QUALIFIED'],
  ['QUALIFIED', 'RecordNeeds', 'NEEDS_RECORDED'],
  ['NEEDS_RECORDED', 'SendQuote', 'QUOTED'],
  ['QUOTED', 'StartNegotiation', 'NEGOTIATING'],
  ['NEGOTIATING', 'WinOpportunity', 'WON'],
  ['NEW', 'LoseOpportunity', 'LOST'],
  ['QUALIFIED', 'LoseOpportunity', 'LOST'],
  ['NEEDS_RECORDED', 'LoseOpportunity', 'LOST'],
  ['QUOTED', 'LoseOpportunity', 'LOST'],
  ['NEGOTIATING', 'LoseOpportunity', 'LOST'],
]

const contractEdges: readonly Edge[] = [
  ['UNDRAFTED', 'DraftContract', 'DRAFT'],
  ['DRAFT', 'SubmitForReview', 'LEGAL_REVIEW'],
  ['LEGAL_REVIEW', 'ApproveContract', 'APPROVED'],
  ['LEGAL_REVIEW', 'ReturnContract', 'RETURNED'],
  ['APPROVED', 'SignContract', 'SIGNED'],
  ['SIGNED', 'ActivateContract', 'ACTIVE'],
  ['ACTIVE', 'AmendContract', 'AMENDED'],
  ['ACTIVE', 'CloseContract', 'CLOSED'],
  ['ACTIVE', 'TerminateContract', 'TERMINATED'],
  ['AMENDED', 'AmendContract', 'AMENDED'],
  ['AMENDED', 'CloseContract', 'CLOSED'],
  ['AMENDED', 'TerminateContract', 'TERMINATED'],
  // A revised text is a draft, and a reviewed template an approval (C38).
  ['DRAFT', 'ReviseContract', 'DRAFT'],
  ['APPROVED', 'ReviseContract', 'DRAFT'],
  ['RETURNED', 'ReviseContract', 'DRAFT'],
  ['DRAFT', 'AdoptTemplate', 'APPROVED'],
]

const tables: readonly (readonly [string, TransitionTable<string, string>, readonly Edge[]])[] = [
  ['opportunity', opportunityStages, opportunityEdges],
  ['contract', contractStages, contractEdges],
]

describe.each(tables)('the stages of an %s', (name, table, edges) => {
  const states = Object.keys(table.transitions)
  const commands = [...new Set(edges.map(([, command]) => command))]

  it('have no unknown and no unreachable one (OPP-1, OPP-2)', () => {
    expect(validateTransitions(table)).toEqual([])
    expect(table.name.en).toBe(name)
    expect(table.name.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each(edges)('lead from %s by %s to %s (OPP-1, OPP-2)', (from, command, to) => {
    expect(nextState(table, from, command)).toEqual({ state: to, violations: [] })
  })

  it('know no other way (OPP-1)', () => {
    const legal = new Set(edges.map(([from, command]) => `${from} ${command}`))
    for (const state of states) {
      for (const command of commands) {
        const expected = legal.has(`${state} ${command}`) ? [] : ['OPP-1']
        expect([state, command, rulesRefusing(stageGate(table, state, command))]).toEqual([state, command, expected])
      }
    }
    const tabled = states.flatMap((state) =>
      Object.keys(table.transitions[state] ?? {}).map((command) => `${state} ${command}`),
    )
    expect(new Set(tabled)).toEqual(legal)
  })
})

/** All states that commands lead to when one of the states may not be entered. */
function reachedWithout(table: TransitionTable<string, string>, barred: readonly string[]): ReadonlySet<string> {
  const reached = new Set([table.initial])
  for (const state of reached) {
    for (const target of Object.values(table.transitions[state] ?? {})) {
      if (target !== undefined && !barred.includes(target)) reached.add(target)
    }
  }
  return reached
}

describe('the order of stages', () => {
  it.each(['QUALIFIED', 'NEEDS_RECORDED', 'QUOTED', 'NEGOTIATING'])(
    'lets no opportunity be won without %s (OPP-1)',
    (stage) => {
      expect(reachedWithout(opportunityStages, []).has('WON')).toBe(true)
      expect(reachedWithout(opportunityStages, [stage]).has('WON')).toBe(false)
    },
  )

  it('lets no contract be signed without an approval, nor be active without signatures (OPP-1)', () => {
    expect(reachedWithout(contractStages, []).has('SIGNED')).toBe(true)
    expect(reachedWithout(contractStages, ['APPROVED']).has('SIGNED')).toBe(false)
    expect(reachedWithout(contractStages, ['SIGNED']).has('ACTIVE')).toBe(false)
  })

  it('ends where nothing is possible any more (OPP-1)', () => {
    for (const command of new Set(opportunityEdges.map(([, each]) => each))) {
      expect(rulesRefusing(stageGate<string, string>(opportunityStages, 'LOST', command))).toEqual(['OPP-1'])
    }
  })
})
