import type { Violation } from '../../violation.ts'
import type { LocalMoment } from '../local-moment.ts'
import type { ProductClass } from '../product-class.ts'
import { isInForce } from './licence.ts'
import type { Licence } from './licence-input.ts'
import { classNames } from './licence-violations.ts'

export type CreditOutcome = 'GOOD' | 'LIMITED' | 'REFUSED'

export interface NeedsGateInput {
  /** The recorded needs; one that names no class stands for any product. */
  readonly needs: readonly { readonly productClasses: readonly ProductClass[] }[]
  /** Of what is offered, in the order of the input's lines. */
  readonly productClasses: readonly ProductClass[]
}

/** CUS-8: needs are recorded before anything is offered, and only what can satisfy them is offered. */
export function needsGate({ needs, productClasses }: NeedsGateInput): readonly Violation[] {
  if (needs.length === 0) {
    return [
      {
        rule: 'CUS-8',
        message: { zh: '客户档案中没有需求记录。', en: "No need is recorded in the customer's file." },
        path: [],
        remedy: { zh: '先记录客户的需求。', en: 'Record what the customer needs first.' },
        facts: { recordedNeeds: 0 },
      },
    ]
  }
  const uncovered = [...new Set(productClasses)].filter(
    (productClass) => !needs.some((need) => isMeantBy(need.productClasses, productClass)),
  )
  return uncovered.map((productClass) => ({
    rule: 'CUS-8',
    message: {
      zh: `没有任何需求记录涉及${classNames[productClass].zh}产品。`,
      en: `No recorded need is for ${classNames[productClass].en} products.`,
    },
    path: ['productClasses', String(productClasses.indexOf(productClass))],
    remedy: {
      zh: '补记客户对这类产品的需求，或改为能满足已记需求的产品。',
      en: 'Record the need for this class, or offer what satisfies a recorded need.',
    },
    facts: { productClass, recordedNeeds: needs.length },
  }))
}

function isMeantBy(classes: readonly ProductClass[], productClass: ProductClass): boolean {
  return classes.length === 0 || classes.includes(productClass)
}

export interface CreditGateInput extends LocalMoment {
  /** Outcome of the latest credit investigation; `null` when there was none. */
  readonly creditOutcome: CreditOutcome | null
  readonly licences: readonly Licence[]
}

/**
 * CUS-4: qualification and credit are both investigated before selling. The qualification is, when a licence of any
 * kind is verified, not revoked and valid on the day; which kind a product needs is asked by `licenceGate`. A limited
 * credit does not refuse by itself, for no regulation gives the limit a meaning.
 */
export function creditGate(input: CreditGateInput): readonly Violation[] {
  return [...qualificationViolations(input), ...creditViolations(input.creditOutcome)]
}

function qualificationViolations(input: CreditGateInput): readonly Violation[] {
  if (input.licences.some((licence) => isInForce(licence, input))) return []
  return [
    {
      rule: 'CUS-4',
      message: {
        zh: '客户的经营资格尚未查核：没有一份已核验且有效的证件。',
        en: "The customer's qualification has not been investigated: no verified licence is in force.",
      },
      path: ['licences'],
      remedy: { zh: '登记并核验客户的证件。', en: "Record and verify the customer's licence." },
      facts: { reason: 'QUALIFICATION_NOT_INVESTIGATED', recordedLicences: input.licences.length },
    },
  ]
}

function creditViolations(outcome: CreditOutcome | null): readonly Violation[] {
  if (outcome === null) {
    return [
      {
        rule: 'CUS-4',
        message: { zh: '客户的商业信誉尚未调查。', en: "The customer's credit has not been investigated." },
        path: ['creditOutcome'],
        remedy: { zh: '调查并登记结果。', en: 'Investigate it and record the outcome.' },
        facts: { reason: 'CREDIT_NOT_INVESTIGATED', creditOutcome: null },
      },
    ]
  }
  if (outcome !== 'REFUSED') return []
  return [
    {
      rule: 'CUS-4',
      message: { zh: '信誉调查的结论是不予交易。', en: 'The credit investigation ended with a refusal.' },
      path: ['creditOutcome'],
      remedy: {
        zh: '重新调查并得出不同结论后再交易。',
        en: 'Sell only after a new investigation with another outcome.',
      },
      facts: { reason: 'CREDIT_REFUSED', creditOutcome: outcome },
    },
  ]
}
