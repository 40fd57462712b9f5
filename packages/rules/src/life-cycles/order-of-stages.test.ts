import { describe, expect, it } from '@jest/globals'
import { rulesRefusing } from '../gates/violation-fixture.ts'
import { opportunityEdges } from './edges-fixture.ts'
import {
  complaintStages,
  contractStages,
  improvementStages,
  nextState,
  opportunityStages,
  orderStages,
  recallStages,
  returnStages,
  serviceRequestStages,
  stageGate,
  type TransitionTable,
} from './index.ts'

type AnyTable = TransitionTable<string, string>

/** Whether a life can come to a stage without entering another, or without a command. */
function canReach(table: AnyTable, target: string, without: string): boolean {
  const reached = new Set([table.initial])
  for (const state of reached) {
    for (const [command, next] of Object.entries(table.transitions[state] ?? {})) {
      if (command !== without && next !== undefined && next !== without) reached.add(next)
    }
  }
  return reached.has(target)
}

describe('a sale', () => {
  it.each<[string, AnyTable, readonly string[]]>([
    ['an opportunity', opportunityStages, ['NEW', 'QUALIFIED', 'NEEDS_RECORDED', 'QUOTED', 'NEGOTIATING', 'WON']],
    ['a contract', contractStages, ['DRAFT', 'LEGAL_REVIEW', 'APPROVED', 'SIGNED', 'ACTIVE', 'CLOSED']],
    ['an order', orderStages, ['PLACED', 'CONFIRMED', 'IN_PRODUCTION', 'READY', 'CHECKED', 'SHIPPED', 'DELIVERED']],
  ])('has the stages that the regulations list: %s (OPP-2)', (_, table, stages) => {
    expect(Object.keys(table.transitions).filter((stage) => stages.includes(stage))).toEqual(stages)
  })

  it.each(['QUALIFIED', 'NEEDS_RECORDED', 'QUOTED', 'NEGOTIATING'])('is not won without %s (OPP-1)', (stage) => {
    expect(canReach(opportunityStages, 'WON', '')).toBe(true)
    expect(canReach(opportunityStages, 'WON', stage)).toBe(false)
  })

  it('lets no contract be signed without an approval, nor be active without signatures (OPP-1)', () => {
    expect(canReach(contractStages, 'SIGNED', '')).toBe(true)
    expect(canReach(contractStages, 'SIGNED', 'APPROVED')).toBe(false)
    expect(canReach(contractStages, 'ACTIVE', 'SIGNED')).toBe(false)
  })

  it.each(['CONFIRMED', 'ShipGoods', 'ReportDelivery'])('delivers nothing without %s (OPP-1)', (step) => {
    expect(canReach(orderStages, 'DELIVERED', '')).toBe(true)
    expect(canReach(orderStages, 'DELIVERED', step)).toBe(false)
  })

  it('that was lost is over (OPP-1)', () => {
    for (const command of new Set(opportunityEdges.map(([, each]) => each))) {
      expect(rulesRefusing(stageGate<string, string>(opportunityStages, 'LOST', command))).toEqual(['OPP-1'])
    }
  })
})

describe('a complaint', () => {
  it('is confirmed and closed only after it was handled (CMP-7)', () => {
    expect(canReach(complaintStages, 'CONFIRMED', 'HandleComplaint')).toBe(false)
    expect(canReach(complaintStages, 'CLOSED', 'HandleComplaint')).toBe(false)
    expect(canReach(complaintStages, 'CLOSED', '')).toBe(true)
  })

  it('may be reopened when it is closed (CMP-7)', () => {
    expect(nextState(complaintStages, 'CLOSED', 'ReopenComplaint').state).toBe('REOPENED')
  })
})

describe('a service request on its way', () => {
  const after = (state: string, ...commands: readonly string[]) =>
    commands.reduce<string | null>(
      (at, command) => (at === null ? null : nextState<string, string>(serviceRequestStages, at, command).state),
      state,
    )

  it('may ask the customer for more while it is diagnosed, and goes on with the answer (SRV-5)', () => {
    expect(after('DIAGNOSING', 'AskCustomer')).toBe('WAITING_CUSTOMER')
    expect(after('DIAGNOSING', 'AskCustomer', 'ResumeDiagnosis')).toBe('DIAGNOSING')
  })

  it('is carried out remotely, or by a specialist on site, also when the remote way fails (SRV-8)', () => {
    const onSite = Object.entries(serviceRequestStages.transitions)
      .filter(([, targets]) => Object.values(targets).includes('EXECUTING_ON_SITE'))
      .map(([state]) => state)
    expect(onSite).toEqual(['PLAN_AGREED', 'EXECUTING_REMOTELY'])
  })
})

describe('what must not be left out after a sale', () => {
  it.each([
    ['AgreePlan', 'EXECUTING_REMOTELY', 'SRV-9'],
    ['AgreePlan', 'EXECUTING_ON_SITE', 'SRV-9'],
    ['ReportResult', 'CLOSED', 'SRV-13'],
    ['ConfirmResult', 'CLOSED', 'SRV-13'],
    ['RateService', 'CLOSED', 'SVY-2'],
  ])('is %s before a service request is %s (%s)', (command, state) => {
    expect(canReach(serviceRequestStages, state, command)).toBe(false)
    expect(canReach(serviceRequestStages, state, 'AskCustomer')).toBe(true)
  })

  it('is the booked loss before a claim (RET-2)', () => {
    expect(canReach(returnStages, 'CLAIM_OPENED', 'BookLoss')).toBe(false)
  })

  it('is that quality control found nothing, before a return is refused (RET-1)', () => {
    expect(canReach(returnStages, 'REFUSED', 'DenyQualityProblem')).toBe(false)
    const confirmed: AnyTable = { ...returnStages, initial: 'QUALITY_CONFIRMED' }
    expect(canReach(confirmed, 'REFUSED', '')).toBe(false)
    expect(canReach(confirmed, 'REFUNDED', '')).toBe(true)
  })

  it.each(['BlockStockAndOrders', 'ListBuyers', 'NotifyBuyers', 'StartCollecting', 'ReconcileUnits'])(
    'is %s before a recall is closed (RCL-1)',
    (command) => {
      expect(canReach(recallStages, 'CLOSED', command)).toBe(false)
    },
  )

  it('is the approval before a measure is carried out (IMP-2)', () => {
    expect(canReach(improvementStages, 'EXECUTING', 'ApproveMeasure')).toBe(false)
  })
})
