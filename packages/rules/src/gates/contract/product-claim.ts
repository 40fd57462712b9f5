import type { Violation } from '../../violation.ts'

/** Something said of a product, by the id under which its exact words are registered. */
export interface ProductClaim {
  readonly productId: string
  readonly claimId: string
}

export interface ProductClaimInput {
  readonly claims: readonly ProductClaim[]
  /** What may be said, of each product. */
  readonly registeredClaims: readonly ProductClaim[]
}

/**
 * ETH-2: of a product only that is said which is registered for it. Ids are compared exactly: a claim in other words is
 * another claim, and one that is true of another product proves nothing here.
 */
export function productClaimGate({ claims, registeredClaims }: ProductClaimInput): readonly Violation[] {
  return claims.flatMap(({ productId, claimId }, index) => {
    const isRegistered = registeredClaims.some((each) => each.productId === productId && each.claimId === claimId)
    if (isRegistered) return []
    return [
      {
        rule: 'ETH-2',
        message: {
          zh: '对产品的这一说法没有登记。',
          en: 'This claim is not registered for the product.',
        },
        path: ['claims', String(index), 'claimId'],
        remedy: {
          zh: '改用已登记的说法，或先将其登记。',
          en: 'Use a registered claim, or have this one registered first.',
        },
        facts: { productId, claimId },
      },
    ]
  })
}
