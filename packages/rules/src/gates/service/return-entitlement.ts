import type { Bilingual } from '../../primitives/bilingual.ts'
import { type LocalDate, plusDays } from '../../primitives/local-date.ts'
import { RulesError } from '../../rules-error.ts'
import { requiredCount } from '../required-count.ts'

export const returnRemedies = ['RETURN', 'EXCHANGE', 'REPAIR'] as const
export type ReturnRemedy = (typeof returnRemedies)[number]

/** A promise of the service commitment that the goods were sold with (SRV-18). */
export interface CommitmentTerm {
  readonly kind: 'WARRANTY' | 'RETURN_POLICY'
  readonly remedies: readonly ReturnRemedy[]
  /** Counted from the day of sale; the day that it leads to is the last one. */
  readonly period: { readonly unit: 'DAYS' | 'MONTHS'; readonly count: number }
}

export interface ReturnedGoods {
  /**
   * What quality control says of the problem (C31): nothing yet (PENDING), or it was never asked, as the customer claims
   * no problem of quality (NOT_CLAIMED).
   */
  readonly quality: 'CONFIRMED' | 'NOT_CONFIRMED' | 'PENDING' | 'NOT_CLAIMED'
  readonly soldOn: LocalDate
  /** The last day on which the goods may be used; no promise reaches beyond it. `null` for goods that do not expire. */
  readonly expiresOn: LocalDate | null
  readonly requestedOn: LocalDate
  readonly wanted: ReturnRemedy
  /** As the commitment stood at the sale. */
  readonly commitment: readonly CommitmentTerm[]
}

export type ReturnEntitlement =
  | {
      readonly entitlement: 'ENTITLED_UNCONDITIONALLY'
      readonly rule: 'RET-1'
      readonly remedies: readonly ReturnRemedy[]
      readonly reason: Bilingual
    }
  | {
      readonly entitlement: 'ENTITLED_BY_COMMITMENT'
      readonly rule: 'RET-4'
      /** What the customer may choose from on the day of the request, the wanted one among them. */
      readonly remedies: readonly ReturnRemedy[]
      readonly promisedBy: CommitmentTerm['kind']
      /** The last day on which the wanted remedy may be asked for. */
      readonly lastDay: LocalDate
      readonly reason: Bilingual
    }
  | {
      readonly entitlement: 'NOT_ENTITLED'
      readonly rule: 'RET-4'
      /** Other remedies that the commitment still gives on the day. */
      readonly remedies: readonly ReturnRemedy[]
      readonly because: 'NOT_PROMISED' | 'PERIOD_OVER' | 'GOODS_EXPIRED'
      /** `null` where the remedy was never promised. */
      readonly lastDay: LocalDate | null
      readonly reason: Bilingual
    }

/**
 * Whether a customer may have the wanted remedy. RET-1: what quality control confirmed, always and whatever the dates.
 * RET-4: else by warranty and return policy, on the dates of sale and expiry.
 * @throws RulesError `DATE_INVALID` for a request before the sale, `POLICY_INVALID` for a period below one
 */
export function returnEntitlement(goods: ReturnedGoods): ReturnEntitlement {
  const { quality, soldOn, requestedOn, wanted } = goods
  if (requestedOn < soldOn) {
    throw new RulesError('DATE_INVALID', `requestedOn ${requestedOn} is before soldOn ${soldOn}`)
  }
  if (quality === 'CONFIRMED') {
    return {
      entitlement: 'ENTITLED_UNCONDITIONALLY',
      rule: 'RET-1',
      remedies: returnRemedies,
      reason: {
        zh: '质量问题已由质管部确认，不论日期，退、换、修由客户选择。',
        en: 'Quality control confirmed the problem: whatever the dates, the customer chooses return, exchange or repair.',
      },
    }
  }
  const promises = promisesOf(goods)
  const standing = promises.filter(({ lastDay }) => requestedOn <= lastDay)
  const remedies = returnRemedies.filter((remedy) => standing.some(({ term }) => term.remedies.includes(remedy)))
  const longest = promises.findLast(({ term }) => term.remedies.includes(wanted))
  if (longest === undefined) return notPromised(remedies)
  const { term, lastDay, isCutByExpiry } = longest
  return requestedOn <= lastDay ? byCommitment(term, lastDay, remedies) : tooLate(isCutByExpiry, lastDay, remedies)
}

interface PromiseOfSale {
  readonly term: CommitmentTerm
  readonly lastDay: LocalDate
  readonly isCutByExpiry: boolean
}

/** The promises from the shortest to the longest. */
function promisesOf({ commitment, soldOn, expiresOn }: ReturnedGoods): readonly PromiseOfSale[] {
  const promises = commitment.map((term) => {
    const byPeriod = periodEnd(soldOn, term)
    const isCutByExpiry = expiresOn !== null && expiresOn < byPeriod
    return { term, lastDay: isCutByExpiry ? expiresOn : byPeriod, isCutByExpiry }
  })
  return promises.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
}

function periodEnd(soldOn: LocalDate, { kind, period }: CommitmentTerm): LocalDate {
  const count = requiredCount(`the period of ${kind} in ${period.unit}`, period.count)
  return period.unit === 'DAYS' ? plusDays(soldOn, count) : plusMonths(soldOn, count)
}

/** The same day of a later month; the first of the next where it is shorter, as a promise is not cut short. */
function plusMonths(date: LocalDate, months: number): LocalDate {
  const from = Temporal.PlainDate.from(date)
  const end = from.add({ months })
  // Sound: a plain date prints as YYYY-MM-DD.
  return (end.day === from.day ? end : end.add({ days: 1 })).toString() as LocalDate
}

const kindNames = {
  WARRANTY: { zh: '质量保修期', en: 'warranty' },
  RETURN_POLICY: { zh: '退换货政策', en: 'return policy' },
} as const satisfies Record<CommitmentTerm['kind'], Bilingual>

function byCommitment(
  { kind }: CommitmentTerm,
  lastDay: LocalDate,
  remedies: readonly ReturnRemedy[],
): ReturnEntitlement {
  const reason = {
    zh: `按${kindNames[kind].zh}，可在 ${lastDay} 及以前提出。`,
    en: `The ${kindNames[kind].en} grants it up to and including ${lastDay}.`,
  }
  return { entitlement: 'ENTITLED_BY_COMMITMENT', rule: 'RET-4', remedies, promisedBy: kind, lastDay, reason }
}

function tooLate(isCutByExpiry: boolean, lastDay: LocalDate, remedies: readonly ReturnRemedy[]): ReturnEntitlement {
  const reason = isCutByExpiry
    ? { zh: `货品已于 ${lastDay} 到期。`, en: `The goods expired on ${lastDay}.` }
    : { zh: `承诺的期限已于 ${lastDay} 届满。`, en: `The promised period ended on ${lastDay}.` }
  const because = isCutByExpiry ? 'GOODS_EXPIRED' : 'PERIOD_OVER'
  return { entitlement: 'NOT_ENTITLED', rule: 'RET-4', remedies, because, lastDay, reason }
}

function notPromised(remedies: readonly ReturnRemedy[]): ReturnEntitlement {
  const reason = {
    zh: '服务承诺没有包括这种处理方式。',
    en: 'The service commitment does not include this remedy.',
  }
  return { entitlement: 'NOT_ENTITLED', rule: 'RET-4', remedies, because: 'NOT_PROMISED', lastDay: null, reason }
}
