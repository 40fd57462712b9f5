import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Violation } from '../../violation.ts'
import type { ListingGateInput, ProductStudy, RequirementName, StudyName } from './listing-input.ts'

/** Why a study does not carry a listing. */
export type StudyFlaw = 'MISSING' | 'OTHER_PRODUCT' | 'NOT_DATED_BEFORE' | 'NOT_FILED_BEFORE'

/* What the listing gate says (CHN-5). */

const studyNames: Readonly<Record<StudyName, Bilingual>> = {
  marketAnalysis: { zh: '市场分析', en: 'market analysis' },
  userResearch: { zh: '用户调研', en: 'user research' },
}

const requirementNames: Readonly<Record<RequirementName, Bilingual>> = {
  qualityRequirements: { zh: '质量要求', en: 'quality requirements' },
  afterSalesRequirements: { zh: '售后服务要求', en: 'after-sales requirements' },
}

const fields = {
  MISSING: [],
  OTHER_PRODUCT: ['productId'],
  NOT_DATED_BEFORE: ['datedAt'],
  NOT_FILED_BEFORE: ['filedAt'],
} as const satisfies Record<StudyFlaw, readonly (keyof ProductStudy)[]>

export function unstudied(flaw: StudyFlaw, name: StudyName, input: ListingGateInput): Violation {
  const { productId, at } = input
  const study = input[name]
  return {
    rule: 'CHN-5',
    ...wordingOf(flaw, studyNames[name]),
    path: [name, ...fields[flaw]],
    facts: {
      reason: flaw,
      productId,
      studyId: study?.studyId ?? null,
      studiedProductId: study?.productId ?? null,
      datedAt: study?.datedAt ?? null,
      filedAt: study?.filedAt ?? null,
      at,
    },
  }
}

function wordingOf(flaw: StudyFlaw, name: Bilingual): Pick<Violation, 'message' | 'remedy'> {
  switch (flaw) {
    case 'MISSING':
      return {
        message: { zh: `产品没有存档的${name.zh}。`, en: `No ${name.en} of the product is on file.` },
        remedy: { zh: `完成${name.zh}并存档后再上架。`, en: `Make and file the ${name.en} before listing.` },
      }
    case 'OTHER_PRODUCT':
      return {
        message: { zh: `所引用的${name.zh}属于另一产品。`, en: `The ${name.en} is of another product.` },
        remedy: { zh: `引用这一产品的${name.zh}。`, en: `Refer to the ${name.en} of this product.` },
      }
    case 'NOT_DATED_BEFORE':
      return {
        message: { zh: `${name.zh}的日期不在上架之前。`, en: `The ${name.en} is not dated before the listing.` },
        remedy: { zh: `上架前完成${name.zh}。`, en: `Finish the ${name.en} before listing.` },
      }
    case 'NOT_FILED_BEFORE':
      return {
        message: { zh: `${name.zh}没有在上架之前存档。`, en: `The ${name.en} was not filed before the listing.` },
        remedy: { zh: `先将${name.zh}存档，再上架。`, en: `File the ${name.en} first, then list the product.` },
      }
  }
}

export function unnamedRequirements(name: RequirementName, { productId }: ListingGateInput): Violation {
  const of = requirementNames[name]
  return {
    rule: 'CHN-5',
    message: { zh: `没有写明产品的${of.zh}。`, en: `The ${of.en} of the product are not named.` },
    path: [name],
    remedy: { zh: `写明${of.zh}，并对照调研结果。`, en: `Name the ${of.en} and hold the studies against them.` },
    facts: { reason: 'NOT_NAMED', productId, requirements: name },
  }
}
