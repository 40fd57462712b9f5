import { describe, expect, it } from '@jest/globals'
import { plusMillis } from '../../primitives/instant.ts'
import { hour } from '../fixtures.ts'
import { expectOthersSkipped, expectSameToldAnyhow, factsOf, outcomeOf } from '../history-fixture.ts'
import type { Fact } from '../ledger.ts'
import { contractLedger } from './contract-ledger.ts'
import type { ContractFactData, QuoteCorrectedData } from './facts.ts'

const fact = factsOf<ContractFactData>()
const parties = { customerId: 'c', salespersonId: 's', teamId: 't' }
const accepted = (at: number, policyVersion = 'v1') => fact('QuoteAccepted', at, parties, { policyVersion })
const signedByUs = (at: number) => fact('ContractSigned', at, { party: 'COMPANY' })
const signedByThem = (at: number) => fact('ContractSigned', at, { party: 'COUNTERPARTY' })
const abandoned = (at: number) => fact('ContractAbandoned', at, {})
const corrected = (
  at: number,
  correctedBy: QuoteCorrectedData['correctedBy'],
  ...what: QuoteCorrectedData['corrected']
) => fact('QuoteCorrected', at, { correctedBy, corrected: what })

const timersOf = (...facts: readonly Fact[]) => outcomeOf(contractLedger, facts).timers
const measured = (...facts: readonly Fact[]) => outcomeOf(contractLedger, facts).measurements

describe('an accepted quote', () => {
  it('owes a contract from the acceptance on, under the policy of then (CON-1, contract.sign)', () => {
    expect(timersOf(accepted(5, 'v7'))).toEqual([
      {
        key: 'contract.sign',
        item: '',
        rule: 'CON-1',
        startedAt: hour(5),
        stoppedAt: null,
        voidedAt: null,
        dueAt: null,
        policyVersion: 'v7',
      },
    ])
  })

  it('is no contract yet (KPI-8)', () => {
    expect(measured(accepted(0), corrected(1, 'COMPANY', 'PRICE'))).toEqual([])
  })

  it('was accepted the first time (CON-1)', () => {
    expect(timersOf(accepted(9, 'v2'), accepted(5, 'v1'))).toMatchObject([{ startedAt: hour(5), policyVersion: 'v1' }])
  })
})

describe('a contract', () => {
  it.each([
    ['the company alone', [signedByUs(8)]],
    ['the customer alone', [signedByThem(8)]],
    ['the company twice', [signedByUs(8), signedByUs(9)]],
  ])('is not concluded by the signature of %s (CON-1, contract.sign, KPI-8)', (_, signatures) => {
    expect(timersOf(accepted(0), ...signatures)).toMatchObject([{ stoppedAt: null }])
    expect(measured(accepted(0), ...signatures)).toEqual([])
  })

  it.each([
    ['the customer', [signedByUs(8), signedByThem(20)]],
    ['the company', [signedByThem(8), signedByUs(20)]],
  ])('is concluded when %s signs last, by the first signature of each (CON-1, contract.sign)', (_, signatures) => {
    expect(timersOf(accepted(0), ...signatures, signedByUs(30), signedByThem(30))).toMatchObject([
      { stoppedAt: hour(20), voidedAt: null },
    ])
  })

  it('counts in the period of the last signature (KPI-8)', () => {
    expect(measured(accepted(0), signedByUs(8), signedByThem(20))).toEqual([
      {
        kpi: 'KPI-8',
        part: null,
        item: '',
        since: hour(20),
        countsAt: hour(20),
        dueAt: null,
        achievedAt: hour(20),
        numerator: 1,
        denominator: 1,
        currency: null,
        scopes: ['customer:c', 'person:s', 'team:t'],
      },
    ])
  })
})

describe('a contract of a corrected quote', () => {
  const signed = [accepted(0), signedByUs(20), signedByThem(20)]

  it.each([
    ['our price', corrected(10, 'COMPANY', 'PRICE')],
    ['our quantity', corrected(10, 'COMPANY', 'QUANTITY')],
    ['our price beside other things', corrected(10, 'COMPANY', 'OTHER', 'PRICE')],
    ['our price, before the acceptance', corrected(-10, 'COMPANY', 'PRICE')],
    ['our price, at the signature', corrected(20, 'COMPANY', 'PRICE')],
  ])('counts as inaccurate for %s (QUO-2, KPI-8)', (_, correction) => {
    expect(measured(...signed, correction)).toMatchObject([{ achievedAt: null, denominator: 1 }])
  })

  it.each([
    ["the customer's wish for another price", corrected(10, 'COUNTERPARTY', 'PRICE', 'QUANTITY')],
    ['something else', corrected(10, 'COMPANY', 'OTHER')],
    ['nothing named', corrected(10, 'COMPANY')],
  ])('counts as accurate for %s (QUO-2, KPI-8)', (_, correction) => {
    expect(measured(...signed, correction)).toMatchObject([{ achievedAt: hour(20) }])
  })

  it('counts as accurate when only the contract was amended, after the signature (CON-4, KPI-8)', () => {
    const amended = { ...corrected(20, 'COMPANY', 'PRICE'), occurredAt: plusMillis(hour(20), 1) }
    expect(measured(...signed, amended)).toMatchObject([{ achievedAt: hour(20) }])
  })

  it('is inaccurate by the first correction, whichever is told first (KPI-8)', () => {
    expect(measured(...signed, corrected(30, 'COMPANY', 'PRICE'), corrected(10, 'COMPANY', 'PRICE'))).toMatchObject([
      { achievedAt: null },
    ])
  })
})

describe('an abandoned contract', () => {
  it('is neither met nor missed (CON-1, contract.sign)', () => {
    expect(timersOf(accepted(0), signedByUs(8), abandoned(9), abandoned(7))).toMatchObject([
      { stoppedAt: null, voidedAt: hour(7) },
    ])
  })

  it('stays missed when its limit had passed (CON-1, contract.sign)', () => {
    // The limit of these tests is 120 hours.
    expect(timersOf(accepted(0), abandoned(120))).toMatchObject([{ stoppedAt: null, voidedAt: hour(120) }])
    expect(timersOf(accepted(0), abandoned(121))).toMatchObject([{ stoppedAt: hour(121), voidedAt: null }])
  })

  it('keeps its signatures when it was signed before, and counts (CON-1, KPI-8)', () => {
    const history = [accepted(0), signedByUs(8), signedByThem(9), abandoned(10)]
    expect(timersOf(...history)).toMatchObject([{ stoppedAt: hour(9), voidedAt: null }])
    expect(measured(...history)).toHaveLength(1)
  })
})

describe('an imported contract', () => {
  it('says nothing before the acceptance of its quote is known (CON-1, KPI-8)', () => {
    expect(outcomeOf(contractLedger, [signedByUs(1), signedByThem(2)])).toEqual({ timers: [], measurements: [] })
  })

  it('says the same in whatever order and however often it is told (CON-1, KPI-8)', () => {
    const history = [accepted(0), signedByUs(8), signedByThem(12), signedByUs(14), abandoned(20)]
    expectSameToldAnyhow(contractLedger, history)
    expectSameToldAnyhow(contractLedger, [
      ...history,
      corrected(9, 'COMPANY', 'PRICE'),
      corrected(13, 'COMPANY', 'PRICE'),
    ])
  })

  it('skips facts of other kinds', () => {
    expectOthersSkipped(contractLedger, [accepted(0), signedByUs(1)])
  })
})
