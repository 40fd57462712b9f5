import type { RuleId } from '../../catalogue/index.ts'
import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Instant } from '../../primitives/instant.ts'
import { isSamePerson } from '../../primitives/person.ts'
import type { Violation } from '../../violation.ts'
import { isWritten } from '../written-text.ts'

export interface OpinionToClose {
  /** `null` while nobody has studied it. */
  readonly studiedAt: Instant | null
  /** `null` while nothing has come of it. */
  readonly settledAt: Instant | null
  /** The opinion handling form on which both stand; `null` for none. */
  readonly formNumber: string | null
  readonly closesAt: Instant
}

/** IMP-3: every opinion is studied, then settled, on its handling form, before it closes. */
export function opinionSettlementGate(opinion: OpinionToClose): readonly Violation[] {
  const { studiedAt, settledAt, formNumber, closesAt } = opinion
  const facts = { studiedAt, settledAt, formNumber, closesAt }
  const isStudied = studiedAt !== null && studiedAt <= closesAt
  const isSettled = settledAt !== null && settledAt <= closesAt
  return [
    ...(isStudied ? [] : [refusal('NOT_STUDIED', facts)]),
    ...(isSettled ? [] : [refusal('NOT_SETTLED', facts)]),
    ...(isStudied && isSettled && settledAt < studiedAt ? [refusal('SETTLED_UNSTUDIED', facts)] : []),
    ...(isWritten(formNumber) ? [] : [refusal('NO_FORM', facts)]),
  ]
}

/** A figure that should tell whether a measure worked, measured alike before and after it. */
export interface ComparedFigure {
  /** Such as the id of a KPI. */
  readonly figure: string
  /** `null` where nothing was counted. */
  readonly before: number | null
  readonly after: number | null
  readonly better: 'HIGHER' | 'LOWER'
}

export interface ImprovementToClose {
  readonly closeAs: 'EFFECTIVE' | 'INEFFECTIVE'
  readonly ownerId: string
  /** When its execution ended; `null` while it has not. */
  readonly executedAt: Instant | null
  readonly verification: {
    readonly verifiedBy: string
    readonly verifiedAt: Instant
    readonly figures: readonly ComparedFigure[]
  } | null
  readonly closesAt: Instant
}

/**
 * IMP-1: an action counts as effective once somebody other than its owner has verified it, after it was executed, by
 * figures from before and after of which one got better. An ineffective one needs no proof.
 */
export function improvementEffectiveGate(action: ImprovementToClose): readonly Violation[] {
  const { closeAs, ownerId, executedAt, verification, closesAt } = action
  if (closeAs === 'INEFFECTIVE') return []
  if (verification === null) return [refusal('NOT_VERIFIED', { executedAt, closesAt })]
  const { verifiedBy, verifiedAt, figures } = verification
  const complete = figures.filter(isCounted)
  const facts = { executedAt, verifiedAt, closesAt, figures: figures.map(figureText).join(', ') }
  const isAfterExecution = executedAt !== null && executedAt <= verifiedAt
  return [
    ...(isAfterExecution ? [] : [refusal('VERIFIED_TOO_EARLY', facts)]),
    ...(verifiedAt <= closesAt ? [] : [refusal('NOT_VERIFIED', facts)]),
    ...(isSamePerson(verifiedBy, ownerId) ? [refusal('VERIFIED_BY_OWNER', facts)] : []),
    ...(complete.length === 0 ? [refusal('NO_FIGURES', facts)] : []),
    ...(complete.length > 0 && !complete.some(isBetter) ? [refusal('NOT_BETTER', facts)] : []),
  ]
}

interface CountedFigure extends ComparedFigure {
  readonly before: number
  readonly after: number
}

function isCounted(figure: ComparedFigure): figure is CountedFigure {
  return figure.before !== null && figure.after !== null
}

function isBetter({ before, after, better }: CountedFigure): boolean {
  return better === 'HIGHER' ? before < after : after < before
}

function figureText({ figure, before, after }: ComparedFigure): string {
  return `${figure}: ${before ?? '-'} -> ${after ?? '-'}`
}

export interface ComplaintToClose {
  readonly isSerious: boolean
  /** The improvement action that the case led to; `null` for none. */
  readonly improvementActionId: string | null
}

/** CMP-11: a serious complaint leads to an improvement measure. */
export function seriousComplaintGate({ isSerious, improvementActionId }: ComplaintToClose): readonly Violation[] {
  return isSerious && !isWritten(improvementActionId) ? [refusal('NO_MEASURE', { isSerious, improvementActionId })] : []
}

interface Refusal {
  readonly rule: RuleId
  readonly path: readonly string[]
  readonly message: Bilingual
  readonly remedy: Bilingual
}

const reasons = {
  NOT_STUDIED: {
    rule: 'IMP-3',
    path: ['studiedAt'],
    message: { zh: '这条意见还没有研究。', en: 'Nobody has studied this opinion.' },
    remedy: { zh: '先研究并记入意见处理单。', en: 'Study it first, on its handling form.' },
  },
  NOT_SETTLED: {
    rule: 'IMP-3',
    path: ['settledAt'],
    message: { zh: '这条意见还没有落实。', en: 'Nothing has come of this opinion yet.' },
    remedy: { zh: '落实处理办法并记入意见处理单。', en: 'Settle it and write on its form how.' },
  },
  SETTLED_UNSTUDIED: {
    rule: 'IMP-3',
    path: ['settledAt'],
    message: { zh: '落实的时间早于研究的时间。', en: 'It was settled before it was studied.' },
    remedy: { zh: '研究之后重新落实。', en: 'Settle it anew after the study.' },
  },
  NO_FORM: {
    rule: 'IMP-3',
    path: ['formNumber'],
    message: { zh: '没有意见处理单。', en: 'There is no handling form.' },
    remedy: { zh: '填写意见处理单并记下编号。', en: 'Fill in the form and give its number.' },
  },
  NOT_VERIFIED: {
    rule: 'IMP-1',
    path: ['verification'],
    message: { zh: '改进措施的效果尚未验证。', en: 'Whether the measure worked has not been verified.' },
    remedy: { zh: '由负责人以外的人验证效果。', en: 'Have somebody other than its owner verify it.' },
  },
  VERIFIED_TOO_EARLY: {
    rule: 'IMP-1',
    path: ['verification', 'verifiedAt'],
    message: { zh: '措施尚未执行完毕就作了验证。', en: 'It was verified before it had been carried out.' },
    remedy: { zh: '执行完毕后再验证。', en: 'Verify it after its execution.' },
  },
  VERIFIED_BY_OWNER: {
    rule: 'IMP-1',
    path: ['verification', 'verifiedBy'],
    message: { zh: '验证人就是措施负责人。', en: 'The owner of the measure verified it.' },
    remedy: { zh: '请另一人验证。', en: 'Have another person verify it.' },
  },
  NO_FIGURES: {
    rule: 'IMP-1',
    path: ['verification', 'figures'],
    message: { zh: '没有可以比较的前后数据。', en: 'No figure stands with its value before and after.' },
    remedy: { zh: '列出措施前后的同一指标。', en: 'Give a figure as it was before and is after.' },
  },
  NOT_BETTER: {
    rule: 'IMP-1',
    path: ['verification', 'figures'],
    message: { zh: '前后数据没有任何一项好转。', en: 'None of the figures got better.' },
    remedy: { zh: '按无效结案，另拟措施。', en: 'Close it as ineffective and propose another measure.' },
  },
  NO_MEASURE: {
    rule: 'CMP-11',
    path: ['improvementActionId'],
    message: { zh: '重大投诉没有对应的改进措施。', en: 'The serious complaint has led to no improvement measure.' },
    remedy: { zh: '归纳案情，提出改进措施并注明编号。', en: 'Summarise the case, propose a measure and name it here.' },
  },
} as const satisfies Record<string, Refusal>

function refusal(reason: keyof typeof reasons, facts: Violation['facts']): Violation {
  const { rule, path, message, remedy } = reasons[reason]
  return { rule, message, path, remedy, facts: { reason, ...facts } }
}
