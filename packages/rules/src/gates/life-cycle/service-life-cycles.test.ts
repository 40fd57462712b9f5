import { describe, expect, it } from '@jest/globals'
import { refused } from '../violation-fixture.ts'
import {
  improvementTransitions,
  recallTransitions,
  returnTransitions,
  serviceRequestTransitions,
} from './service-life-cycles.ts'
import { nextState, type TransitionTable, validateTransitions } from './transitions.ts'

/* Section 7 of the regulations catalogue, edge by edge, and besides it only what a comment gives the reason of. */

const serviceRequest = `
  UNRECEIVED ReceiveRequest RECEIVED
  RECEIVED RecordRequest RECORDED
  RECORDED AssignRequest ASSIGNED
  ASSIGNED StartDiagnosis DIAGNOSING
  DIAGNOSING AskCustomer WAITING_CUSTOMER
  WAITING_CUSTOMER ResumeDiagnosis DIAGNOSING
  DIAGNOSING ProposePlan PLAN_PROPOSED
  PLAN_PROPOSED AgreePlan PLAN_AGREED
  PLAN_PROPOSED RevisePlan DIAGNOSING
  PLAN_PROPOSED CloseWithoutAnswer CLOSED_NO_ANSWER
  PLAN_AGREED ExecuteRemotely EXECUTING_REMOTELY
  PLAN_AGREED ExecuteOnSite EXECUTING_ON_SITE
  EXECUTING_REMOTELY ExecuteOnSite EXECUTING_ON_SITE
  EXECUTING_REMOTELY ReportResult RESULT_REPORTED
  EXECUTING_ON_SITE ReportResult RESULT_REPORTED
  RESULT_REPORTED ConfirmResult CONFIRMED
  RESULT_REPORTED DenyResult DIAGNOSING
  RESULT_REPORTED CloseWithoutAnswer CLOSED_NO_ANSWER
  CONFIRMED RateService RATED
  CONFIRMED CloseWithoutAnswer CLOSED_NO_ANSWER
  RATED CloseRequest CLOSED`

const goodsReturn = `
  UNREQUESTED RequestReturn REQUESTED
  REQUESTED ConfirmQualityProblem QUALITY_CONFIRMED
  REQUESTED DenyQualityProblem NOT_CONFIRMED
  QUALITY_CONFIRMED ReceiveGoodsBack RECEIVED_BACK
  NOT_CONFIRMED ReceiveGoodsBack RECEIVED_BACK
  NOT_CONFIRMED RefuseReturn REFUSED
  RECEIVED_BACK Refund REFUNDED
  RECEIVED_BACK Exchange EXCHANGED
  RECEIVED_BACK Repair REPAIRED
  REFUNDED BookLoss LOSS_BOOKED
  EXCHANGED BookLoss LOSS_BOOKED
  REPAIRED BookLoss LOSS_BOOKED
  LOSS_BOOKED OpenSupplierClaim CLAIM_OPENED
  LOSS_BOOKED WriteOffLoss WRITTEN_OFF
  CLAIM_OPENED RecordRecovery RECOVERED
  CLAIM_OPENED WriteOffLoss WRITTEN_OFF`

const recall = `
  UNDECLARED DeclareRecall DECLARED
  DECLARED BlockStockAndOrders BLOCKED
  BLOCKED ListBuyers BUYERS_LISTED
  BUYERS_LISTED NotifyBuyers NOTIFIED
  NOTIFIED StartCollecting COLLECTING
  COLLECTING ReconcileUnits RECONCILED
  RECONCILED CloseRecall CLOSED`

const improvement = `
  UNFOUND RecordFinding FOUND
  FOUND StudyFinding STUDIED
  STUDIED ProposeMeasure MEASURE_PROPOSED
  MEASURE_PROPOSED ApproveMeasure APPROVED
  MEASURE_PROPOSED SendBack STUDIED
  APPROVED StartExecution EXECUTING
  EXECUTING VerifyEffective VERIFIED_EFFECTIVE
  EXECUTING FindIneffective INEFFECTIVE
  VERIFIED_EFFECTIVE CloseAction CLOSED
  INEFFECTIVE CloseAction CLOSED
  INEFFECTIVE ProposeMeasure MEASURE_PROPOSED`

describe.each<[string, string, TransitionTable<string, string>, string]>([
  ['a service request', 'SRV-6', serviceRequestTransitions, serviceRequest],
  ['a return', 'RET-3', returnTransitions, goodsReturn],
  ['a recall', 'RCL-1', recallTransitions, recall],
  ['an improvement action', 'IMP-2', improvementTransitions, improvement],
])('the life cycle of %s (%s)', (_, rule, table, text) => {
  const edges = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
  const [states, commands] = [Object.keys(table.transitions), [...new Set(edges.map(([, command = '']) => command))]]

  it(`reaches every state and names no unknown one (${rule})`, () => {
    expect(validateTransitions(table)).toEqual([])
    expect(new Set(edges.map(([state]) => state))).toEqual(
      new Set(states.filter((state) => Object.keys(table.transitions[state] ?? {}).length > 0)),
    )
  })

  it.each(edges)(`leads from %s by %s to %s (${rule})`, (from = '', command = '', to = '') => {
    expect(nextState(table, from, command)).toEqual({ state: to, violations: [] })
  })

  it(`refuses every other command in every state (${rule})`, () => {
    for (const state of states) {
      for (const command of commands) {
        if (edges.some(([from, by]) => from === state && by === command)) continue
        const refusal = nextState(table, state, command)
        expect(refusal.state).toBeNull()
        expect(refused(refusal.violations)).toMatchObject([[rule, '', { state, command }]])
      }
    }
  })
})

describe('a service request on its way', () => {
  const after = (state: string, ...commands: readonly string[]) =>
    commands.reduce<string | null>(
      (at, command) => (at === null ? null : nextState<string, string>(serviceRequestTransitions, at, command).state),
      state,
    )

  it('may ask the customer for more while it is diagnosed, and goes on with the answer (SRV-5)', () => {
    expect(after('DIAGNOSING', 'AskCustomer')).toBe('WAITING_CUSTOMER')
    expect(after('DIAGNOSING', 'AskCustomer', 'ResumeDiagnosis')).toBe('DIAGNOSING')
  })

  it('is carried out remotely, or by a specialist on site, also when the remote way fails (SRV-8)', () => {
    const onSite = Object.entries(serviceRequestTransitions.transitions)
      .filter(([, targets]) => Object.values(targets).includes('EXECUTING_ON_SITE'))
      .map(([state]) => state)
    expect(onSite).toEqual(['PLAN_AGREED', 'EXECUTING_REMOTELY'])
  })
})

describe('what must not be left out', () => {
  /** Whether a life can end in the state without the command. */
  function canReach(table: TransitionTable<string, string>, target: string, without: string): boolean {
    const reached = new Set([table.initial])
    for (const state of reached) {
      for (const [command, next] of Object.entries(table.transitions[state] ?? {})) {
        if (command !== without && next !== undefined) reached.add(next)
      }
    }
    return reached.has(target)
  }

  it.each([
    ['AgreePlan', 'EXECUTING_REMOTELY', 'SRV-9'],
    ['AgreePlan', 'EXECUTING_ON_SITE', 'SRV-9'],
    ['ReportResult', 'CLOSED', 'SRV-13'],
    ['ConfirmResult', 'CLOSED', 'SRV-13'],
    ['RateService', 'CLOSED', 'SVY-2'],
  ])('is %s before a service request is %s (%s)', (command, state) => {
    expect(canReach(serviceRequestTransitions, state, command)).toBe(false)
    expect(canReach(serviceRequestTransitions, state, 'AskCustomer')).toBe(true)
  })

  it('is the booked loss before a claim (RET-2)', () => {
    expect(canReach(returnTransitions, 'CLAIM_OPENED', 'BookLoss')).toBe(false)
  })

  it('is that quality control found nothing, before a return is refused (RET-1)', () => {
    expect(canReach(returnTransitions, 'REFUSED', 'DenyQualityProblem')).toBe(false)
    const confirmed: TransitionTable<string, string> = { ...returnTransitions, initial: 'QUALITY_CONFIRMED' }
    expect(canReach(confirmed, 'REFUSED', '')).toBe(false)
    expect(canReach(confirmed, 'REFUNDED', '')).toBe(true)
  })

  it.each(['BlockStockAndOrders', 'ListBuyers', 'NotifyBuyers', 'StartCollecting', 'ReconcileUnits'])(
    'is %s before a recall is closed (RCL-1)',
    (command) => {
      expect(canReach(recallTransitions, 'CLOSED', command)).toBe(false)
    },
  )

  it('is the approval before a measure is carried out (IMP-2)', () => {
    expect(canReach(improvementTransitions, 'EXECUTING', 'ApproveMeasure')).toBe(false)
  })
})
