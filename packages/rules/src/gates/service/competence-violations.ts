import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { CompetenceGateInput, DemandedTopic, Training } from './competence-input.ts'

/** Why a topic is not covered. */
export type TrainingFlaw = 'MISSING' | 'OTHER_VERSION' | 'NOT_YET_HELD' | 'FAILED' | 'EXPIRED'

interface LackingTopic extends Pick<CompetenceGateInput, 'role' | 'productClass'> {
  readonly flaw: TrainingFlaw
  readonly demanded: DemandedTopic
  /** The training that falls short; `null` where there is none. */
  readonly training: Training | null
  readonly validUntil: LocalDate | null
  readonly on: LocalDate
}

/** What the competence gate says of one topic. Names no person: whose records they are, the caller knows. */
export function competenceViolation(lacking: LackingTopic): Violation {
  const { flaw, demanded, training, validUntil, on, role, productClass } = lacking
  const { rule, topic, name, product } = demanded
  return {
    rule,
    message: messageOf(lacking, name),
    path: ['trainings', topic],
    remedy: {
      zh: `先完成“${name.zh}”培训并通过考核，或另派他人。`,
      en: `Have the person trained in ${name.en} and pass the test first, or assign somebody else.`,
    },
    facts: {
      topic,
      flaw,
      role,
      productClass,
      productId: product?.productId ?? null,
      version: product?.version ?? null,
      heldOn: training?.heldOn ?? null,
      validUntil,
      on,
    },
  }
}

function messageOf({ flaw, training, validUntil }: LackingTopic, name: Bilingual): Bilingual {
  const heldOn = training?.heldOn
  switch (flaw) {
    case 'MISSING':
      return { zh: `没有“${name.zh}”的培训记录。`, en: `There is no training in ${name.en}.` }
    case 'OTHER_VERSION':
      return {
        zh: `只受过该产品其他版本的培训，缺少“${name.zh}”。`,
        en: `The trainings are on other versions; none is on ${name.en}.`,
      }
    case 'NOT_YET_HELD':
      return {
        zh: `“${name.zh}”培训到 ${heldOn} 才举行。`,
        en: `The training in ${name.en} is not held before ${heldOn}.`,
      }
    case 'FAILED':
      return { zh: `${heldOn} 的“${name.zh}”考核未通过。`, en: `The test in ${name.en} of ${heldOn} was not passed.` }
    case 'EXPIRED':
      return {
        zh: `“${name.zh}”培训的有效期到 ${validUntil} 为止。`,
        en: `The training in ${name.en} counted until ${validUntil}.`,
      }
  }
}
