import { digestOf } from '@afterline/events'
import { isSameText, type TemplateUse } from '@afterline/rules'
import type { DataOf } from '@afterline/service-kit/aggregate'
import type { Contract, ContractText, WrittenText } from './fields.ts'

type Content = WrittenText['content']
/** What tells one contract from another, and stays. */
export type Head = Pick<Content, 'kind' | 'counterpartyId'> & { readonly contractNumber: string }
/** What is written anew with each version. */
export type Wording = DataOf<typeof ContractText.properties>

/** A version of a contract's text, under the digest of all that a signature stands for. */
export function writtenText(
  { kind, counterpartyId, contractNumber }: Head,
  revision: number,
  { clauses, companyTerms, counterpartyTerms, value, tailoredProducts }: Wording,
  draftedBy: string,
): WrittenText {
  const terms = { COMPANY: companyTerms, COUNTERPARTY: counterpartyTerms }
  const content = { kind, counterpartyId, clauses, terms }
  const specifications = tailoredProducts.map(({ productId, specification }) => ({ productId, specification }))
  const digest = digestOf({ contractNumber, content, value, specifications })
  return { text: { revision, digest }, content, value, tailoredProducts, draftedBy }
}

/** C38: another contract's reviewed text as the template of this one. */
export function templateUse(template: Contract, own: Contract): TemplateUse {
  const { contractId: templateId, draftedBy, content, text } = template
  const blank = { revision: text.revision, digest: blankDigestOf(content) }
  const reviews = template.reviews
    .filter((review) => isSameText(review.text, text))
    .map(({ reviewId, reviewedBy, reviewerRole, reviewedAt, outcome }) => {
      return { reviewId, reviewedBy, reviewerRole, reviewedAt, outcome, text: blank }
    })
  return { templateId, text: blank, draftedBy, reviews, wordingDigest: blankDigestOf(own.content) }
}

/** What stands between these is filled in contract by contract; whole clauses do not go in there. */
const BLANK = /【[^】]{0,200}】/gu

/** Of the wording with its blanks emptied: neither whom it is with nor what is filled in makes it another template. */
function blankDigestOf({ kind, clauses, terms }: Content): string {
  const emptied = JSON.stringify({ kind, clauses, terms }, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(BLANK, '【】') : value,
  )
  return digestOf(JSON.parse(emptied))
}
