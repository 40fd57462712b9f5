import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseLocalDate } from '../../primitives/local-date.ts'
import { refused, rulesRefusing } from '../violation-fixture.ts'
import { lossBearingGate, type UnconditionalReturnInput, unconditionalReturnGate } from './returns.ts'

const day = parseLocalDate
const refusal = (...reasonCodes: readonly string[]) => ({ kind: 'REFUSE', reasonCodes }) as const
/** Sold and expired long ago, with no promise at all. */
const hopeless: UnconditionalReturnInput = {
  quality: 'CONFIRMED',
  soldOn: day('2010-03-02'),
  expiresOn: day('2012-03-01'),
  requestedOn: day('2026-03-02'),
  wanted: 'RETURN',
  commitment: [],
  decision: { kind: 'ACCEPT', remedy: 'RETURN' },
}
const promised: UnconditionalReturnInput = {
  ...hopeless,
  quality: 'NOT_CONFIRMED',
  soldOn: day('2026-03-01'),
  expiresOn: null,
  commitment: [{ kind: 'RETURN_POLICY', remedies: ['RETURN', 'EXCHANGE'], period: { unit: 'DAYS', count: 7 } }],
}

describe('a return whose quality problem is confirmed', () => {
  it('is accepted with the remedy that the customer chose (RET-1)', () => {
    expect(unconditionalReturnGate(hopeless)).toEqual([])
  })

  it('is not refused, whatever the dates: one violation per reason given (RET-1, C31)', () => {
    const facts = {
      quality: 'CONFIRMED',
      wanted: 'RETURN',
      soldOn: '2010-03-02',
      expiresOn: '2012-03-01',
      requestedOn: '2026-03-02',
      entitlement: 'ENTITLED_UNCONDITIONALLY',
    }
    const decision = refusal('WARRANTY_OVER', 'PACKAGE_OPENED')
    expect(refused(unconditionalReturnGate({ ...hopeless, decision }))).toEqual([
      ['RET-1', 'decision.reasonCodes.0', { ...facts, reasonCode: 'WARRANTY_OVER' }],
      ['RET-1', 'decision.reasonCodes.1', { ...facts, reasonCode: 'PACKAGE_OPENED' }],
    ])
  })

  it('is not refused without a reason either (RET-1)', () => {
    expect(refused(unconditionalReturnGate({ ...hopeless, decision: refusal() }))).toMatchObject([
      ['RET-1', 'decision.reasonCodes', { reasonCode: null }],
    ])
  })

  it.each(['EXCHANGE', 'REPAIR'] as const)('is not turned into %s (RET-1, C31)', (remedy) => {
    const violations = unconditionalReturnGate({ ...hopeless, decision: { kind: 'ACCEPT', remedy } })
    expect(refused(violations)).toMatchObject([
      ['RET-1', 'decision.remedy', { wanted: 'RETURN', remedy, entitlement: 'ENTITLED_UNCONDITIONALLY' }],
    ])
  })
})

describe('a return that nobody confirmed', () => {
  it('is not refused while the commitment covers it, nor given another remedy (RET-4)', () => {
    expect(unconditionalReturnGate(promised)).toEqual([])
    const violations = unconditionalReturnGate({ ...promised, decision: refusal('CHANGED_MIND') })
    expect(refused(violations)).toMatchObject([
      ['RET-4', 'decision.reasonCodes.0', { entitlement: 'ENTITLED_BY_COMMITMENT', reasonCode: 'CHANGED_MIND' }],
    ])
    expect(violations[0]?.message.en).toBe(
      'It may not be refused. The return policy grants it up to and including 2026-03-08.',
    )
    expect(
      refused(unconditionalReturnGate({ ...promised, decision: { kind: 'ACCEPT', remedy: 'REPAIR' } })),
    ).toMatchObject([['RET-4', 'decision.remedy', { remedy: 'REPAIR' }]])
  })

  it('may be refused, or accepted in any form, where nothing covers it (RET-4)', () => {
    for (const quality of ['NOT_CONFIRMED', 'NOT_CLAIMED'] as const) {
      expect(unconditionalReturnGate({ ...hopeless, quality, decision: refusal('PERIOD_OVER') })).toEqual([])
      expect(unconditionalReturnGate({ ...hopeless, quality, decision: { kind: 'ACCEPT', remedy: 'REPAIR' } })).toEqual(
        [],
      )
    }
  })
})

describe('a return that quality control still examines', () => {
  it('is not refused before its decision, and may be accepted (RET-1)', () => {
    const pending = { ...hopeless, quality: 'PENDING' } as const
    expect(refused(unconditionalReturnGate({ ...pending, decision: refusal('PERIOD_OVER') }))).toEqual([
      [
        'RET-1',
        'quality',
        {
          quality: 'PENDING',
          wanted: 'RETURN',
          soldOn: '2010-03-02',
          expiresOn: '2012-03-01',
          requestedOn: '2026-03-02',
        },
      ],
    ])
    expect(unconditionalReturnGate(pending)).toEqual([])
  })

  it('hears of the commitment as well (RET-4, RET-1)', () => {
    const violations = unconditionalReturnGate({ ...promised, quality: 'PENDING', decision: refusal('A') })
    expect(rulesRefusing(violations)).toEqual(['RET-4', 'RET-1'])
  })
})

describe('a claim on a supplier', () => {
  const nine = parseInstant('2026-03-02T09:00:00+08:00')
  const ten = parseInstant('2026-03-02T10:00:00+08:00')
  const loss = { minor: 10_000, currency: 'CNY' }
  const booked = (minor: number, bookedAt = nine) => ({ bookedAt, amount: { minor, currency: 'CNY' } })
  const gate = (...bookings: readonly ReturnType<typeof booked>[]) =>
    lossBearingGate({ loss, bookings, claimOpensAt: ten })

  it('follows the whole loss, also booked in parts, or more than it (RET-2)', () => {
    expect(gate(booked(10_000, ten))).toEqual([])
    expect(gate(booked(9_999), booked(1))).toEqual([])
    expect(gate(booked(10_001))).toEqual([])
  })

  it('is refused before anything was booked (RET-2)', () => {
    const violations = gate()
    expect(refused(violations)).toEqual([
      [
        'RET-2',
        'bookings',
        { loss: 10_000, booked: 0, missing: 10_000, currency: 'CNY', bookedLater: 0, claimOpensAt: ten },
      ],
    ])
    expect(violations[0]?.message.en).toBe('The company has not booked the loss yet.')
  })

  it('is refused while a fen of the loss is not booked (RET-2)', () => {
    const violations = gate(booked(9_000), booked(999))
    expect(refused(violations)).toMatchObject([['RET-2', 'bookings', { booked: 9_999, missing: 1, bookedLater: 0 }]])
    expect(violations[0]?.message.en).toBe('The company has booked only a part of the loss.')
  })

  it('is refused when the loss is booked only after it (RET-2)', () => {
    const late = parseInstant('2026-03-02T10:00:00.001+08:00')
    expect(refused(gate(booked(10_000, late)))).toMatchObject([['RET-2', 'bookings', { booked: 0, bookedLater: 1 }]])
  })

  it('needs a booking even of a loss of nothing (RET-2)', () => {
    const none = { loss: { minor: 0, currency: 'CNY' }, claimOpensAt: ten }
    expect(rulesRefusing(lossBearingGate({ ...none, bookings: [] }))).toEqual(['RET-2'])
    expect(lossBearingGate({ ...none, bookings: [booked(0)] })).toEqual([])
  })

  it('cannot be judged across currencies', () => {
    const bookings = [{ bookedAt: nine, amount: { minor: 10_000, currency: 'USD' } }]
    expect(() => lossBearingGate({ loss, bookings, claimOpensAt: ten })).toThrow(
      expect.objectContaining({ code: 'MONEY_CURRENCY_MISMATCH' }),
    )
  })
})
