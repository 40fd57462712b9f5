import { describe, expect, it } from '@jest/globals'
import { parseInstant } from '../../primitives/instant.ts'
import { parseTimeZone } from '../../primitives/local-date.ts'
import { refused } from '../violation-fixture.ts'
import { type ResultConfirmedInput, resultConfirmedGate } from './result-confirmed.ts'

const march = (dayAndTime: string) => parseInstant(`2026-03-${dayAndTime}+08:00`)
const reportedAt = march('02T09:00:00')
const closesAt = march('06T09:00:00')
const solved = { answeredAt: march('03T09:00:00'), isSolved: true }
const threeDays = [march('02T10:00:00'), march('03T10:00:00'), march('04T10:00:00')]

const confirmed: ResultConfirmedInput = {
  subject: 'SERVICE_REQUEST',
  closeAs: 'CONFIRMED',
  reportedAt,
  answer: solved,
  attempts: [],
  requiredAttempts: 3,
  closesAt,
  zone: parseTimeZone('Asia/Shanghai'),
}
const unanswered: ResultConfirmedInput = { ...confirmed, closeAs: 'NO_ANSWER', answer: null, attempts: threeDays }
/** Rule, place and reason of each refusal. */
const gate = (input: ResultConfirmedInput) =>
  refused(resultConfirmedGate(input)).map(([rule, path, { reason }]) => `${rule} ${path} ${reason}`)

describe('a case that closes as confirmed', () => {
  it('was reported, then confirmed, at the latest at the closing (SRV-13, CMP-9)', () => {
    expect(gate(confirmed)).toEqual([])
    expect(gate({ ...confirmed, answer: { ...solved, answeredAt: reportedAt }, closesAt: reportedAt })).toEqual([])
  })

  it('is refused when the result was not reported: a complaint by CMP-9, a request by SRV-13 (CMP-9, SRV-13)', () => {
    const unreported = { ...confirmed, reportedAt: null }
    expect(gate(unreported)).toEqual(['SRV-13 reportedAt NOT_REPORTED'])
    expect(gate({ ...unreported, subject: 'COMPLAINT' })).toEqual(['CMP-9 reportedAt NOT_REPORTED'])
  })

  it('is refused when the report would come after the closing (CMP-9)', () => {
    const late = { ...confirmed, subject: 'COMPLAINT' as const, reportedAt: march('06T09:00:00.001') }
    expect(gate(late)).toEqual(['CMP-9 reportedAt NOT_REPORTED', 'SRV-13 answer ANSWERED_EARLIER_RESULT'])
  })

  it('is refused without confirmation, or with one after the closing (SRV-13)', () => {
    expect(refused(resultConfirmedGate({ ...confirmed, answer: null }))).toEqual([
      [
        'SRV-13',
        'answer',
        {
          reason: 'NOT_CONFIRMED',
          subject: 'SERVICE_REQUEST',
          closeAs: 'CONFIRMED',
          reportedAt,
          answeredAt: null,
          closesAt,
        },
      ],
    ])
    expect(gate({ ...confirmed, answer: { ...solved, answeredAt: march('06T09:00:00.001') } })).toEqual([
      'SRV-13 answer NOT_CONFIRMED',
    ])
    expect(gate({ ...confirmed, answer: { ...solved, answeredAt: closesAt } })).toEqual([])
  })

  it('is refused when what was confirmed is an earlier result (SRV-13)', () => {
    expect(gate({ ...confirmed, answer: { ...solved, answeredAt: march('02T08:59:59.999') } })).toEqual([
      'SRV-13 answer ANSWERED_EARLIER_RESULT',
    ])
  })

  it('is refused when the customer says that the problem is not gone (SRV-13)', () => {
    const answer = { ...solved, isSolved: false }
    expect(gate({ ...confirmed, answer })).toEqual(['SRV-13 answer NOT_SOLVED'])
    // An old "no" is told as both.
    expect(gate({ ...confirmed, answer: { ...answer, answeredAt: march('01T09:00:00') } })).toHaveLength(2)
  })

  it('hears of everything at once, whatever the attempts (CMP-9, SRV-13)', () => {
    const nothing = { ...confirmed, subject: 'COMPLAINT' as const, reportedAt: null, answer: null, attempts: threeDays }
    expect(gate(nothing)).toEqual(['CMP-9 reportedAt NOT_REPORTED', 'SRV-13 answer NOT_CONFIRMED'])
  })
})

describe('a case that closes as no answer', () => {
  it('was reported, and then tried on three days (C32 of SRV-13)', () => {
    expect(gate(unanswered)).toEqual([])
  })

  it('is refused after tries on two days only, however many (C32 of SRV-13)', () => {
    const attempts = [march('02T10:00:00'), march('03T00:30:00'), march('03T23:30:00')]
    expect(refused(resultConfirmedGate({ ...unanswered, attempts }))).toEqual([
      [
        'SRV-13',
        'attempts',
        {
          reason: 'TOO_FEW_ATTEMPTS',
          subject: 'SERVICE_REQUEST',
          closeAs: 'NO_ANSWER',
          reportedAt,
          answeredAt: null,
          closesAt,
          attemptDays: 2,
          required: 3,
        },
      ],
    ])
  })

  it('tells days apart in its own zone (C32 of SRV-13)', () => {
    const attempts = [march('02T10:00:00'), march('03T10:00:00'), march('04T00:30:00')]
    expect(gate({ ...unanswered, attempts })).toEqual([])
    // In London the last try was on 3 March, 16:30.
    expect(gate({ ...unanswered, attempts, zone: parseTimeZone('Europe/London') })).toEqual([
      'SRV-13 attempts TOO_FEW_ATTEMPTS',
    ])
  })

  it('counts tries from the report to the closing only (C32 of SRV-13)', () => {
    const [, second, third] = threeDays
    const withFirst = (first: string) =>
      gate({ ...unanswered, attempts: [march(first), second, third].filter((at) => at !== undefined) })
    expect(withFirst('02T09:00:00')).toEqual([])
    expect(withFirst('02T08:59:59.999')).toEqual(['SRV-13 attempts TOO_FEW_ATTEMPTS'])
    expect(withFirst('06T09:00:00')).toEqual([])
    expect(withFirst('06T09:00:00.001')).toEqual(['SRV-13 attempts TOO_FEW_ATTEMPTS'])
  })

  it('takes the number of tries from policy (C32 of SRV-13)', () => {
    expect(gate({ ...unanswered, requiredAttempts: 4 })).toEqual(['SRV-13 attempts TOO_FEW_ATTEMPTS'])
    expect(gate({ ...unanswered, requiredAttempts: 1, attempts: threeDays.slice(0, 1) })).toEqual([])
    for (const requiredAttempts of [0, 1.5]) {
      expect(() => gate({ ...unanswered, requiredAttempts })).toThrow(
        expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining('requiredAttempts') }),
      )
    }
  })

  it('is refused once the customer did answer, be it yes or no (SRV-13)', () => {
    for (const isSolved of [true, false]) {
      expect(gate({ ...unanswered, answer: { ...solved, isSolved } })).toEqual(['SRV-13 closeAs ANSWERED'])
    }
    expect(gate({ ...unanswered, answer: { ...solved, answeredAt: reportedAt } })).toEqual(['SRV-13 closeAs ANSWERED'])
    expect(gate({ ...unanswered, answer: { ...solved, answeredAt: closesAt } })).toEqual(['SRV-13 closeAs ANSWERED'])
  })

  it('takes no answer to an earlier result, or after the closing, for an answer (C32 of SRV-13)', () => {
    expect(gate({ ...unanswered, answer: { ...solved, answeredAt: march('02T08:59:59.999') } })).toEqual([])
    expect(gate({ ...unanswered, answer: { ...solved, answeredAt: march('06T09:00:00.001') } })).toEqual([])
  })

  it('needs its report all the same (CMP-9)', () => {
    expect(gate({ ...unanswered, subject: 'COMPLAINT', reportedAt: null })).toEqual(['CMP-9 reportedAt NOT_REPORTED'])
    const answered = { ...unanswered, reportedAt: null, answer: solved, attempts: [] }
    expect(gate(answered)).toEqual([
      'SRV-13 reportedAt NOT_REPORTED',
      'SRV-13 closeAs ANSWERED',
      'SRV-13 attempts TOO_FEW_ATTEMPTS',
    ])
  })
})
