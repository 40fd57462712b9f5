import { describe, expect, it } from '@jest/globals'
import { refused } from '../gates/violation-fixture.ts'
import { backupStages } from './backup-stages.ts'
import { complaintStages } from './complaint-stages.ts'
import { contractStages } from './contract-stages.ts'
import { customerStages } from './customer-stages.ts'
import { deviationStages } from './deviation-stages.ts'
import {
  backupEdges,
  complaintEdges,
  contractEdges,
  customerEdges,
  deviationEdges,
  type Edge,
  improvementEdges,
  lotEdges,
  opportunityEdges,
  orderEdges,
  productEdges,
  recallEdges,
  returnEdges,
  serviceRequestEdges,
  staffEdges,
  surveyEdges,
} from './edges-fixture.ts'
import { improvementStages } from './improvement-stages.ts'
import { lotStages } from './lot-stages.ts'
import { opportunityStages } from './opportunity-stages.ts'
import { orderStages } from './order-stages.ts'
import { productStages } from './product-stages.ts'
import { recallStages } from './recall-stages.ts'
import { returnStages } from './return-stages.ts'
import { serviceRequestStages } from './service-request-stages.ts'
import { staffStages } from './staff-stages.ts'
import { surveyStages } from './survey-stages.ts'
import { nextState, type TransitionTable, validateTransitions } from './transitions.ts'

describe.each<[string, string, TransitionTable<string, string>, readonly Edge[]]>([
  ['opportunity', 'OPP-1', opportunityStages, opportunityEdges],
  ['contract', 'OPP-1', contractStages, contractEdges],
  ['order', 'OPP-1', orderStages, orderEdges],
  ['complaint', 'CMP-7', complaintStages, complaintEdges],
  ['service request', 'SRV-6', serviceRequestStages, serviceRequestEdges],
  ['return', 'RET-3', returnStages, returnEdges],
  ['recall', 'RCL-1', recallStages, recallEdges],
  ['improvement action', 'IMP-2', improvementStages, improvementEdges],
  ['customer file', 'CUS-1', customerStages, customerEdges],
  ['product', 'ORD-3', productStages, productEdges],
  ['price deviation', 'QUO-2', deviationStages, deviationEdges],
  ['lot', 'TRC-4', lotStages, lotEdges],
  ['member of staff', 'ORG-3', staffStages, staffEdges],
  ['rating', 'SVY-2', surveyStages, surveyEdges],
  ['record of backups', 'OPS-1', backupStages, backupEdges],
])('the life cycle "%s" (%s)', (name, rule, table, edges) => {
  const [states, commands] = [Object.keys(table.transitions), [...new Set(edges.map(([, command]) => command))]]

  it(`reaches every stage and names no unknown one (${rule})`, () => {
    expect(validateTransitions(table)).toEqual([])
    expect(table.name.en).toBe(name)
    expect(table.name.zh).toMatch(/\p{Script=Han}/u)
  })

  it.each(edges)(`leads from %s by %s to %s (${rule})`, (from, command, to) => {
    expect(nextState(table, from, command)).toEqual({ state: to, violations: [] })
  })

  it(`refuses every other command at every stage, always alike (${rule})`, () => {
    const legal = new Set(edges.map(([from, command]) => `${from} ${command}`))
    for (const state of states) {
      for (const command of commands.filter((each) => !legal.has(`${state} ${each}`))) {
        const refusal = nextState(table, state, command)
        expect(refusal.state).toBeNull()
        expect(refused(refusal.violations)).toMatchObject([[rule, '', { state, command }]])
      }
    }
  })

  it(`knows no further command (${rule})`, () => {
    const tabled = states.flatMap((state) =>
      Object.keys(table.transitions[state] ?? {}).map((command) => `${state} ${command}`),
    )
    expect(tabled.toSorted()).toEqual(edges.map(([from, command]) => `${from} ${command}`).toSorted())
  })
})
