import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import { requiredCount } from '../required-count.ts'
import { isWritten } from '../written-text.ts'

export interface RequestDescription {
  /** What is wrong; `null` where nothing is. */
  readonly problem: string | null
  /** What is wanted; `null` where the problem says it. */
  readonly need: string | null
  /** Letters and digits that one of them has at least. A policy of the company, as "detailed" has no number. */
  readonly minimumCharacters: number
}

/**
 * SRV-3: a request describes its problem or need. Only letters and digits count, so dots do not make a description.
 * @throws RulesError `POLICY_INVALID` for a minimum below one
 */
export function requestDescriptionGate({ problem, need, minimumCharacters }: RequestDescription): readonly Violation[] {
  const required = requiredCount('minimumCharacters', minimumCharacters)
  const written = Math.max(charactersOf(problem), charactersOf(need))
  if (written >= required) return []
  return [
    {
      rule: 'SRV-3',
      message:
        written === 0
          ? { zh: '没有说明问题或需求。', en: 'Neither the problem nor the need is described.' }
          : { zh: `说明只有 ${written} 个字，不够详细。`, en: `${written} letters are no detailed description.` },
      path: ['problem'],
      remedy: {
        zh: `写明哪里有问题或需要什么，至少 ${required} 个字。`,
        en: `Write what is wrong or wanted, in ${required} letters or more.`,
      },
      facts: { written, required },
    },
  ]
}

function charactersOf(text: string | null): number {
  return text?.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

export interface PlanAgreedInput {
  /** The plan that shall be executed; `null` when there is none. */
  readonly plan: { readonly revision: number; readonly proposedAt: Instant } | null
  /** The last agreement of the customer; `null` for none. */
  readonly agreement: { readonly revision: number; readonly agreedAt: Instant } | null
  readonly startsAt: Instant
}

/** SRV-9: the customer has agreed to this revision of the plan, after it was proposed and before work starts. */
export function planAgreedGate({ plan, agreement, startsAt }: PlanAgreedInput): readonly Violation[] {
  if (plan === null) return [notAgreed('NO_PLAN', ['plan'], { startsAt })]
  const { revision, proposedAt } = plan
  if (agreement === null) return [notAgreed('NOT_AGREED', ['agreement'], { revision, startsAt })]
  const { agreedAt } = agreement
  const facts = { revision, agreedRevision: agreement.revision, proposedAt, agreedAt, startsAt }
  const place = ['agreement', 'agreedAt']
  return [
    ...(agreement.revision === revision ? [] : [notAgreed('OTHER_REVISION', ['agreement', 'revision'], facts)]),
    ...(proposedAt <= agreedAt ? [] : [notAgreed('AGREED_BEFORE_PROPOSED', place, facts)]),
    ...(agreedAt <= startsAt ? [] : [notAgreed('AGREED_AFTER_START', place, facts)]),
  ]
}

const planFlaws = {
  NO_PLAN: { zh: '还没有处理方案。', en: 'There is no plan yet.' },
  NOT_AGREED: { zh: '客户尚未同意方案。', en: 'The customer has not agreed to the plan.' },
  OTHER_REVISION: {
    zh: '客户同意的是方案的另一个版本。',
    en: 'What the customer agreed to is another revision of the plan.',
  },
  AGREED_BEFORE_PROPOSED: {
    zh: '同意的时间早于提出方案的时间。',
    en: 'The agreement is older than the proposal.',
  },
  AGREED_AFTER_START: { zh: '客户同意之前就要开工。', en: 'Work would start before the customer agreed.' },
} as const

function notAgreed(
  reason: keyof typeof planFlaws,
  path: readonly string[],
  facts: Readonly<Record<string, string | number>>,
): Violation {
  return {
    rule: 'SRV-9',
    message: planFlaws[reason],
    path,
    remedy: {
      zh: '把现行方案告知客户，征得同意后再开工。',
      en: 'Show the customer the present plan and start only once it is agreed.',
    },
    facts: { reason, ...facts },
  }
}

export interface DelayExplainedInput {
  readonly isSolvedAtOnce: boolean
  /** What the customer was told last; `null` for nothing. */
  readonly explanation: {
    readonly toldAt: Instant
    readonly reason: string | null
    readonly expectedAt: Instant | null
  } | null
}

/** SRV-11: what is not solved at once is explained: why, and until when, which lies after the telling. */
export function delayExplainedGate({ isSolvedAtOnce, explanation }: DelayExplainedInput): readonly Violation[] {
  if (isSolvedAtOnce) return []
  if (explanation === null) return [unexplained('NOT_TOLD', ['explanation'], {})]
  const { toldAt, reason, expectedAt } = explanation
  const place = ['explanation', 'expectedAt']
  return [
    ...(isWritten(reason) ? [] : [unexplained('NO_REASON', ['explanation', 'reason'], { toldAt })]),
    ...(expectedAt === null ? [unexplained('NO_EXPECTED_TIME', place, { toldAt })] : []),
    ...(expectedAt !== null && expectedAt <= toldAt ? [unexplained('NOT_AHEAD', place, { toldAt, expectedAt })] : []),
  ]
}

const delayFlaws = {
  NOT_TOLD: { zh: '没有向客户说明为何不能马上解决。', en: 'The customer was not told why there is no solution yet.' },
  NO_REASON: { zh: '没有说明原因。', en: 'The reason was not given.' },
  NO_EXPECTED_TIME: { zh: '没有告知预计的解决时间。', en: 'No time was given by which a solution is expected.' },
  NOT_AHEAD: {
    zh: '告知时，所说的预计解决时间已经过去。',
    en: 'The expected time was already over when it was told.',
  },
} as const

function unexplained(
  reason: keyof typeof delayFlaws,
  path: readonly string[],
  facts: Readonly<Record<string, string>>,
): Violation {
  return {
    rule: 'SRV-11',
    message: delayFlaws[reason],
    path,
    remedy: {
      zh: '向客户讲明缘由和预计何时解决。',
      en: 'Tell the customer the reason and by when a solution is expected.',
    },
    facts: { reason, ...facts },
  }
}
