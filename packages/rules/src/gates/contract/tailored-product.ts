import type { Instant } from '../../primitives/instant.ts'
import type { Violation } from '../../violation.ts'
import { isSameText, type TextVersion } from './text-version.ts'

/** A product made to one customer's need, and what the customer agreed to of it. */
export interface TailoredProduct {
  readonly productId: string
  /** What is to be delivered, as the contract refers to it. */
  readonly specification: TextVersion
  /** `null` as long as the customer has not agreed. */
  readonly agreement: { readonly specification: TextVersion; readonly agreedAt: Instant } | null
}

export interface TailoredProductsInput {
  readonly tailoredProducts: readonly TailoredProduct[]
  /** When the first party signs. */
  readonly signedAt: Instant
}

type AgreementFlaw = 'MISSING' | 'OTHER_SPECIFICATION' | 'NOT_BEFORE_SIGNATURE'

/** CON-5: the customer agreed to each tailored product, in the very specification of the contract, before signature. */
export function tailoredProductsGate({ tailoredProducts, signedAt }: TailoredProductsInput): readonly Violation[] {
  return tailoredProducts.flatMap((product, index) =>
    flawsOf(product, signedAt).map((flaw) => {
      const path = ['tailoredProducts', String(index), 'agreement', ...fields[flaw]]
      return agreementViolation(flaw, product, signedAt, path)
    }),
  )
}

function flawsOf({ specification, agreement }: TailoredProduct, signedAt: Instant): readonly AgreementFlaw[] {
  if (agreement === null) return ['MISSING']
  return [
    ...(isSameText(agreement.specification, specification) ? [] : (['OTHER_SPECIFICATION'] as const)),
    ...(agreement.agreedAt < signedAt ? [] : (['NOT_BEFORE_SIGNATURE'] as const)),
  ]
}

const fields = {
  MISSING: [],
  OTHER_SPECIFICATION: ['specification'],
  NOT_BEFORE_SIGNATURE: ['agreedAt'],
} as const satisfies Record<AgreementFlaw, readonly string[]>

const wordings: Readonly<Record<AgreementFlaw, Pick<Violation, 'message' | 'remedy'>>> = {
  MISSING: {
    message: {
      zh: '客户尚未对这件定制产品表示同意。',
      en: 'The customer has not agreed to this tailored product.',
    },
    remedy: { zh: '签署前与客户商定产品规格。', en: 'Settle the product with the customer before signature.' },
  },
  OTHER_SPECIFICATION: {
    message: {
      zh: '客户同意的是另一版产品规格。',
      en: 'The customer agreed to another version of the specification.',
    },
    remedy: { zh: '请客户确认现行规格。', en: 'Have the customer agree to the present specification.' },
  },
  NOT_BEFORE_SIGNATURE: {
    message: { zh: '客户的同意不在签署之前。', en: "The customer's agreement does not precede the signature." },
    remedy: { zh: '先商定产品，再签署合同。', en: 'Settle the product first, then sign.' },
  },
}

function agreementViolation(
  flaw: AgreementFlaw,
  { productId, specification, agreement }: TailoredProduct,
  signedAt: Instant,
  path: readonly string[],
): Violation {
  return {
    rule: 'CON-5',
    ...wordings[flaw],
    path,
    facts: {
      reason: flaw,
      productId,
      revision: specification.revision,
      digest: specification.digest,
      agreedRevision: agreement?.specification.revision ?? null,
      agreedDigest: agreement?.specification.digest ?? null,
      agreedAt: agreement?.agreedAt ?? null,
      signedAt,
    },
  }
}
