import type {
  BackupFactData,
  ComplaintFactData,
  ContractFactData,
  OrderFactData,
  SurveyFactData,
} from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { type BackupEvent, backupEvents } from './backup-events.ts'
import { type ComplaintEvent, complaintEvents } from './complaint-events.ts'
import { type ContractEvent, contractEvents } from './contract-events.ts'
import { type OrderEvent, orderEvents } from './order-events.ts'
import { type SurveyEvent, surveyEvents } from './survey-events.ts'

/** The data of each event type of a union. */
type DataOf<Event extends { readonly type: string; readonly data: unknown }> = {
  readonly [Type in Event['type']]: Extract<Event, { readonly type: Type }>['data']
}

/*
 * The types are the test: each event's data must hold what the ledgers of the rules read of it, under the same names
 * and with the same values. `tsc` refuses this file when the contract and the ledgers drift apart; what runs below makes
 * sure that the names exist in the contract, too.
 */
const orderFacts = keepsFacts<OrderFactData>()<DataOf<OrderEvent>>([
  'OrderPlaced',
  'OrderConfirmed',
  'OrderRejected',
  'OrderCancelled',
  'GoodsShipped',
])
const complaintFacts = keepsFacts<ComplaintFactData>()<DataOf<ComplaintEvent>>([
  'ComplaintReceived',
  'ComplaintClassified',
  'ComplaintRegistered',
  'OpinionIssued',
  'ComplaintHandled',
  'ComplaintMarkedUnsolvable',
  'AdministrationAccepted',
  'ResolutionConfirmed',
  'ComplaintReopened',
])
// Quotes have no stream of their own yet, so that nobody corrects one.
const contractFacts = keepsFacts<Omit<ContractFactData, 'QuoteCorrected'>>()<DataOf<ContractEvent>>([
  'QuoteAccepted',
  'ContractSigned',
  'ContractAbandoned',
])
const surveyFacts = keepsFacts<SurveyFactData>()<DataOf<SurveyEvent>>([
  'SurveyInvited',
  'SurveyAnswered',
  'SurveyDelivered',
  'SurveyDeliveryFailed',
  'OfflineAnswerRecorded',
])
const backupFacts = keepsFacts<BackupFactData>()<DataOf<BackupEvent>>(['BackupExpected', 'BackupVerified'])

function keepsFacts<Facts>() {
  return <_Data extends Facts>(types: readonly (keyof Facts & string)[]) => types
}

/** That the check above can fail: an event without what a ledger reads is no fact. */
interface Incomplete extends Omit<SurveyFactData, 'SurveyAnswered'> {
  readonly SurveyAnswered: { readonly customerId: string }
}
const canFail: Incomplete extends SurveyFactData ? false : true = true

describe('the facts that the ledgers read', () => {
  it.each([
    ['order', orderFacts, orderEvents],
    ['complaint', complaintFacts, complaintEvents],
    ['contract', contractFacts, contractEvents],
    ['survey', surveyFacts, surveyEvents],
    ['backup', backupFacts, backupEvents],
  ])('are event types of the %s stream', (_, facts, definitions) => {
    const types: readonly string[] = definitions.map(({ type }) => type)
    expect(facts.filter((type) => !types.includes(type))).toEqual([])
  })

  it('are checked by types that can refuse', () => {
    expect(canFail).toBe(true)
  })
})
