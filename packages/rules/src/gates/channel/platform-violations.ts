import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import type { PlatformAgreement, PlatformAssessment, PlatformCriterion } from './platform-input.ts'

/** Why a criterion does not pass the screening. */
export type ScreeningFlaw = 'NOT_ASSESSED' | 'NOT_MET' | 'NO_GROUNDS'

/** Why an agreement does not open the platform. */
export type AgreementForceFlaw = 'NOT_SIGNED' | 'NOT_YET_VALID' | 'EXPIRED' | 'TERMINATED'

/* What the platform gate says (CHN-3, CHN-4). */

const criterionNames: Readonly<Record<PlatformCriterion, Bilingual>> = {
  REPUTATION: { zh: '信誉', en: 'reputation' },
  USER_SCALE: { zh: '用户规模', en: 'number of users' },
  SALES_POLICY: { zh: '销售政策', en: 'sales policy' },
  MARKET_DEMAND: { zh: '与市场需求的契合', en: 'fit with market demand' },
  CUSTOMER_GROUP: { zh: '与客户群体的契合', en: 'fit with the customer group' },
  STABILITY: { zh: '稳定性', en: 'stability' },
}

const screeningFields = {
  NOT_ASSESSED: [],
  NOT_MET: ['outcome'],
  NO_GROUNDS: ['grounds'],
} as const satisfies Record<ScreeningFlaw, readonly string[]>

interface UnscreenedCriterion {
  readonly platformId: string
  readonly criterion: PlatformCriterion
  readonly latest: PlatformAssessment | null
  readonly path: readonly string[]
}

export function unscreened(
  flaw: ScreeningFlaw,
  { platformId, criterion, latest, path }: UnscreenedCriterion,
): Violation {
  return {
    rule: 'CHN-3',
    ...screeningWording(flaw, criterionNames[criterion]),
    path: [...path, ...screeningFields[flaw]],
    facts: { reason: flaw, platformId, criterion, assessedAt: latest?.assessedAt ?? null },
  }
}

function screeningWording(flaw: ScreeningFlaw, name: Bilingual): Pick<Violation, 'message' | 'remedy'> {
  switch (flaw) {
    case 'NOT_ASSESSED':
      return {
        message: { zh: `平台的${name.zh}尚未评估。`, en: `The platform's ${name.en} has not been assessed.` },
        remedy: { zh: `评估${name.zh}并登记依据。`, en: `Assess its ${name.en} and record the grounds.` },
      }
    case 'NOT_MET':
      return {
        message: { zh: `平台的${name.zh}未达要求。`, en: `The platform's ${name.en} was found wanting.` },
        remedy: { zh: '改用其他平台，或在情况改善后重新评估。', en: 'Take another platform, or assess it anew later.' },
      }
    case 'NO_GROUNDS':
      return {
        message: {
          zh: `对平台${name.zh}的评估没有写明依据。`,
          en: `The assessment of the platform's ${name.en} gives no grounds.`,
        },
        remedy: { zh: '写明评估依据。', en: 'State what the assessment rests on.' },
      }
  }
}

export function noAgreement(platformId: string, at: Instant): Violation {
  return {
    rule: 'CHN-4',
    message: { zh: '与平台没有合作协议。', en: 'There is no cooperation agreement with the platform.' },
    path: ['agreement'],
    remedy: { zh: '先与平台签订协议，再销售。', en: 'Sign an agreement with the platform before selling on it.' },
    facts: { reason: 'MISSING', platformId, at },
  }
}

const agreementFields = {
  NOT_SIGNED: 'signedAt',
  NOT_YET_VALID: 'validFrom',
  EXPIRED: 'validUntil',
  TERMINATED: 'terminatedAt',
} as const satisfies Record<AgreementForceFlaw, keyof PlatformAgreement>

const agreementWordings: Readonly<Record<AgreementForceFlaw, Pick<Violation, 'message' | 'remedy'>>> = {
  NOT_SIGNED: {
    message: {
      zh: '销售之前没有签署合作协议。',
      en: 'The cooperation agreement was not signed before the sale.',
    },
    remedy: { zh: '双方签署后再销售。', en: 'Sell only after both parties have signed.' },
  },
  NOT_YET_VALID: {
    message: { zh: '合作协议尚未生效。', en: 'The cooperation agreement is not in force yet.' },
    remedy: { zh: '等到协议生效。', en: 'Wait until it comes into force.' },
  },
  EXPIRED: {
    message: { zh: '合作协议已经到期。', en: 'The cooperation agreement has expired.' },
    remedy: { zh: '续签协议。', en: 'Renew the agreement.' },
  },
  TERMINATED: {
    message: { zh: '合作协议已经终止。', en: 'The cooperation agreement has been terminated.' },
    remedy: { zh: '签订新的协议，或改用其他平台。', en: 'Sign a new agreement, or take another platform.' },
  },
}

export function agreementNotInForce(
  flaw: AgreementForceFlaw,
  {
    platformId,
    agreement,
    at,
  }: { readonly platformId: string; readonly agreement: PlatformAgreement; readonly at: Instant },
): Violation {
  const { agreementId, signedAt, validFrom, validUntil, terminatedAt } = agreement
  return {
    rule: 'CHN-4',
    ...agreementWordings[flaw],
    path: ['agreement', agreementFields[flaw]],
    facts: { reason: flaw, platformId, agreementId, signedAt, validFrom, validUntil, terminatedAt, at },
  }
}
