import type { Instant } from '../../primitives/instant.ts'
import { addMoney, type Money } from '../../primitives/money.ts'
import type { Violation } from '../../violation.ts'
import {
  type ReturnEntitlement,
  type ReturnedGoods,
  type ReturnRemedy,
  returnEntitlement,
} from './return-entitlement.ts'

export type ReturnDecision =
  | { readonly kind: 'ACCEPT'; readonly remedy: ReturnRemedy }
  /** Reasons are codes; what was written to the customer is no fact of the gate. */
  | { readonly kind: 'REFUSE'; readonly reasonCodes: readonly string[] }

export interface UnconditionalReturnInput extends ReturnedGoods {
  readonly decision: ReturnDecision
}

/**
 * RET-1, C31: a problem that quality control confirmed, or may still confirm, is no case for a refusal, and every reason
 * given is one violation. RET-4: neither is one that the commitment covers. Whoever is entitled gets the remedy asked
 * for. Taking back what nobody is entitled to return is the company's good will and passes.
 * @throws RulesError as `returnEntitlement`
 */
export function unconditionalReturnGate(input: UnconditionalReturnInput): readonly Violation[] {
  const entitled = returnEntitlement(input)
  const { decision, wanted } = input
  if (decision.kind === 'ACCEPT') {
    const isHonoured = decision.remedy === wanted || entitled.entitlement === 'NOT_ENTITLED'
    return isHonoured ? [] : [otherRemedy(input, entitled, decision.remedy)]
  }
  return [
    ...(entitled.entitlement === 'NOT_ENTITLED' ? [] : refusals(input, entitled, decision.reasonCodes)),
    ...(input.quality === 'PENDING' ? [undecided(input)] : []),
  ]
}

function refusals(
  input: ReturnedGoods,
  { rule, entitlement, reason }: ReturnEntitlement,
  reasonCodes: readonly string[],
): readonly Violation[] {
  const place = ['decision', 'reasonCodes']
  const given = reasonCodes.map((reasonCode, index) => ({ reasonCode, path: [...place, String(index)] }))
  // A refusal without any reason is one all the same.
  const all = given.length > 0 ? given : [{ reasonCode: null, path: place }]
  return all.map(({ reasonCode, path }) => ({
    rule,
    message: { zh: `不得拒绝：${reason.zh}`, en: `It may not be refused. ${reason.en}` },
    path,
    remedy: { zh: '接受退货，按客户选择的方式处理。', en: 'Accept it, with the remedy that the customer chose.' },
    facts: { ...factsOf(input), entitlement, reasonCode },
  }))
}

function otherRemedy(input: ReturnedGoods, { rule, entitlement }: ReturnEntitlement, remedy: ReturnRemedy): Violation {
  return {
    rule,
    message: {
      zh: `客户选择了 ${input.wanted}，不能改为 ${remedy}。`,
      en: `The customer chose ${input.wanted} and is entitled to it; ${remedy} is something else.`,
    },
    path: ['decision', 'remedy'],
    remedy: { zh: '按客户的选择处理。', en: 'Do what the customer chose.' },
    facts: { ...factsOf(input), entitlement, remedy },
  }
}

function undecided(input: ReturnedGoods): Violation {
  return {
    rule: 'RET-1',
    message: {
      zh: '质管部尚未判定质量问题，此时不能拒绝。',
      en: 'Quality control has not decided on the problem yet, so nothing can be refused.',
    },
    path: ['quality'],
    remedy: { zh: '先由质管部判定。', en: 'Let quality control decide first.' },
    facts: factsOf(input),
  }
}

function factsOf({ quality, wanted, soldOn, expiresOn, requestedOn }: ReturnedGoods): Violation['facts'] {
  return { quality, wanted, soldOn, expiresOn, requestedOn }
}

export interface LossBearingInput {
  /** The whole loss of the return. */
  readonly loss: Money
  /** What the company has booked of it at its own expense. */
  readonly bookings: readonly { readonly bookedAt: Instant; readonly amount: Money }[]
  readonly claimOpensAt: Instant
}

/**
 * RET-2: the company has borne the whole loss before it claims from a supplier.
 * @throws RulesError `MONEY_CURRENCY_MISMATCH` when a booking is in another currency than the loss
 */
export function lossBearingGate({ loss, bookings, claimOpensAt }: LossBearingInput): readonly Violation[] {
  const inTime = bookings.filter(({ bookedAt }) => bookedAt <= claimOpensAt)
  const booked = inTime.reduce((sum, { amount }) => addMoney(sum, amount), { minor: 0, currency: loss.currency })
  if (inTime.length > 0 && booked.minor >= loss.minor) return []
  return [
    {
      rule: 'RET-2',
      message:
        inTime.length === 0
          ? { zh: '公司还没有入账承担这笔损失。', en: 'The company has not booked the loss yet.' }
          : { zh: '公司只入账承担了一部分损失。', en: 'The company has booked only a part of the loss.' },
      path: ['bookings'],
      remedy: {
        zh: '全部损失先由公司入账承担，再向供应商追索。',
        en: 'Book the whole loss as borne by the company, then claim it from the supplier.',
      },
      facts: {
        loss: loss.minor,
        booked: booked.minor,
        missing: loss.minor - booked.minor,
        currency: loss.currency,
        bookedLater: bookings.length - inTime.length,
        claimOpensAt,
      },
    },
  ]
}
