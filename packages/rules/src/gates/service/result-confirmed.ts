import type { RuleId } from '../../catalogue/index.ts'
import type { Instant } from '../../primitives/instant.ts'
import { localDateOf, type TimeZone } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import { requiredCount } from '../required-count.ts'

export interface ResultConfirmedInput {
  readonly subject: 'SERVICE_REQUEST' | 'COMPLAINT'
  readonly closeAs: 'CONFIRMED' | 'NO_ANSWER'
  /** When the result went to the customer last; `null` for not yet. */
  readonly reportedAt: Instant | null
  /** What the customer answered last; `null` for nothing. */
  readonly answer: { readonly answeredAt: Instant; readonly isSolved: boolean } | null
  /** Attempts to reach the customer that remained without answer. */
  readonly attempts: readonly Instant[]
  /** Of how many days an attempt is needed before a case may close without answer (C32). */
  readonly requiredAttempts: number
  readonly closesAt: Instant
  /** In which days are told apart. */
  readonly zone: TimeZone
}

/**
 * CMP-9, SRV-13: a case closes as confirmed after its result was reported and the customer then confirmed that the
 * problem is gone. C32: a case whose result was reported, but that nobody answered on so many different local days,
 * closes as 'no answer', which is no success. An answer older than the report was given to an earlier result.
 * @throws RulesError `POLICY_INVALID` for fewer than one required attempt
 */
export function resultConfirmedGate(input: ResultConfirmedInput): readonly Violation[] {
  const required = requiredCount('requiredAttempts', input.requiredAttempts)
  const isReported = input.reportedAt !== null && input.reportedAt <= input.closesAt
  return [
    ...(isReported ? [] : [refusal('NOT_REPORTED', input)]),
    ...(input.closeAs === 'CONFIRMED' ? confirmationViolations(input) : noAnswerViolations(input, required)),
  ]
}

function confirmationViolations(input: ResultConfirmedInput): readonly Violation[] {
  const { answer, reportedAt, closesAt } = input
  if (answer === null || closesAt < answer.answeredAt) return [refusal('NOT_CONFIRMED', input)]
  return [
    ...(reportedAt !== null && answer.answeredAt < reportedAt ? [refusal('ANSWERED_EARLIER_RESULT', input)] : []),
    ...(answer.isSolved ? [] : [refusal('NOT_SOLVED', input)]),
  ]
}

function noAnswerViolations(input: ResultConfirmedInput, required: number): readonly Violation[] {
  const { answer, reportedAt, closesAt } = input
  const isAnswered = answer !== null && (reportedAt ?? '') <= answer.answeredAt && answer.answeredAt <= closesAt
  const days = attemptDays(input)
  return [
    ...(isAnswered ? [refusal('ANSWERED', input)] : []),
    ...(days < required ? [refusal('TOO_FEW_ATTEMPTS', input, { attemptDays: days, required })] : []),
  ]
}

/** Different local days with an attempt between the report and the closing (C32). */
function attemptDays({ attempts, reportedAt, closesAt, zone }: ResultConfirmedInput): number {
  const counted = attempts.filter((at) => (reportedAt ?? '') <= at && at <= closesAt)
  return new Set(counted.map((at) => localDateOf(at, zone))).size
}

const reasons = {
  NOT_REPORTED: {
    path: 'reportedAt',
    message: { zh: '处理结果还没有告知客户。', en: 'The customer has not been told the result.' },
    remedy: { zh: '先把处理结果告知客户。', en: 'Tell the customer the result first.' },
  },
  NOT_CONFIRMED: {
    path: 'answer',
    message: { zh: '客户尚未确认问题已经解决。', en: 'The customer has not confirmed that the problem is gone.' },
    remedy: {
      zh: '请客户确认；联系不上的，按规定次数再联系。',
      en: 'Ask for it; if nobody answers, try on other days.',
    },
  },
  ANSWERED_EARLIER_RESULT: {
    path: 'answer',
    message: { zh: '客户的确认早于这次结果的告知。', en: 'The confirmation is older than the report of this result.' },
    remedy: { zh: '请客户就这次结果再作确认。', en: 'Ask the customer to confirm this result.' },
  },
  NOT_SOLVED: {
    path: 'answer',
    message: { zh: '客户答复问题没有解决。', en: 'The customer says that the problem is not gone.' },
    remedy: { zh: '继续处理，不得结案。', en: 'Go on with the case instead of closing it.' },
  },
  ANSWERED: {
    path: 'closeAs',
    message: {
      zh: '客户已经答复，不能按“无答复”结案。',
      en: 'The customer did answer, so this is no case without answer.',
    },
    remedy: { zh: '按客户的答复结案或继续处理。', en: 'Close or continue the case as the customer answered.' },
  },
  TOO_FEW_ATTEMPTS: {
    path: 'attempts',
    message: { zh: '联系客户的天数不够，还不能按“无答复”结案。', en: 'The customer was tried on too few days.' },
    remedy: { zh: '改日再联系客户。', en: 'Try again on another day.' },
  },
} as const

function refusal(
  reason: keyof typeof reasons,
  { subject, closeAs, reportedAt, answer, closesAt }: ResultConfirmedInput,
  more: Readonly<Record<string, number>> = {},
): Violation {
  const { path, message, remedy } = reasons[reason]
  const rule: RuleId = reason === 'NOT_REPORTED' && subject === 'COMPLAINT' ? 'CMP-9' : 'SRV-13'
  const answeredAt = answer?.answeredAt ?? null
  return {
    rule,
    message,
    path: [path],
    remedy,
    facts: { reason, subject, closeAs, reportedAt, answeredAt, closesAt, ...more },
  }
}
