import type { ContractEvent } from '@afterline/events'
import { ledgerOf, type Reckoning, type Timer } from '@afterline/rules'
import { type PastEvent, specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { acceptedAt, command, customer, hours, lookUp, pastOf, signedBy } from './contract.samples.ts'
import { contract } from './contract.ts'

const spec = specificationOf(contract)

describe('the limit of signing', () => {
  /** Long enough for every past here, so that none is past due. */
  const DUE_AFTER_HOURS = 1000
  /** What the ledger of contracts does not ask. */
  const unasked = () => {
    throw new Error('the limits of a contract ask policy for nothing but the due instant')
  }
  const reckoning: Reckoning = {
    dueAtOf: () => hours(DUE_AFTER_HOURS),
    stoppedAtOf: unasked,
    mayPause: unasked,
    openTimeBetween: unasked,
    setting: unasked,
  }
  const limitAfter = (...past: readonly PastEvent<ContractEvent>[]): readonly Timer[] => {
    const ledger = ledgerOf('contract')
    if (ledger === null) throw new Error('contracts have a ledger')
    const state = past.reduce(
      (told, event) => ledger.record(told, { ...event, recordedAt: event.occurredAt, policyVersion: 'v1' }),
      ledger.initial,
    )
    return ledger.timers(state, reckoning)
  }
  const running = { key: 'contract.sign', startedAt: acceptedAt, stoppedAt: null, voidedAt: null }

  it('runs from the acceptance of the quote, through draft, review and one signature (CON-1)', () => {
    expect(limitAfter(...pastOf.DRAFT)).toMatchObject([running])
    expect(limitAfter(...pastOf.APPROVED, signedBy('COMPANY', hours(3)))).toMatchObject([running])
  })

  it('is met by the second signature (CON-1)', () => {
    expect(limitAfter(...pastOf.SIGNED)).toMatchObject([{ ...running, stoppedAt: hours(4) }])
  })

  it.each(['DRAFT', 'LEGAL_REVIEW', 'RETURNED', 'APPROVED'] as const)(
    'is void when a party withdraws from a contract at %s (CON-1)',
    (stage) => {
      const withdraw = command('TerminateContract', { reason: 'the customer withdrew' })
      const { decision } = spec.given(...pastOf[stage]).when(withdraw, { ...lookUp, customer })
      const abandoned = decision.events.map((event) => ({ ...event, occurredAt: hours(7) }))
      expect(limitAfter(...pastOf[stage], ...abandoned)).toMatchObject([{ ...running, voidedAt: hours(7) }])
    },
  )
})
