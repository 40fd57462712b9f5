import { RulesError } from '../../rules-error.ts'
import type { Violation } from '../../violation.ts'
import { isWritten } from '../written-text.ts'
import type { ClauseGap } from './contract-clauses-violations.ts'
import * as refusal from './contract-clauses-violations.ts'
import type { ClauseRequirement } from './contract-content.ts'
import { type ContractContent, contractParties } from './contract-content.ts'

/** The six kinds of clause that the regulations ask of a sales contract (CON-2). A company may add to them. */
export const requiredClauses = [
  { kind: 'QUANTITY', name: { zh: '数量', en: 'quantity' } },
  { kind: 'SPECIFICATION', name: { zh: '规格', en: 'specification' } },
  { kind: 'QUALITY_STANDARD', name: { zh: '质量标准', en: 'quality standard' } },
  { kind: 'PRICE', name: { zh: '价格', en: 'price' } },
  { kind: 'PAYMENT_METHOD', name: { zh: '付款方式', en: 'payment method' } },
  { kind: 'DELIVERY_TIME', name: { zh: '交付时间', en: 'delivery time' } },
] as const satisfies readonly ClauseRequirement[]

/** What a quality-assurance agreement with a supplier must fix besides the quality itself (CON-6). */
export const requiredSupplierClauses = [
  { kind: 'SUPPLIER_REPAIR', name: { zh: '供货方维修', en: "supplier's repair" } },
  { kind: 'SUPPLIER_MAINTENANCE', name: { zh: '供货方维护保养', en: "supplier's maintenance" } },
] as const satisfies readonly ClauseRequirement[]

/**
 * CON-2: a sales contract has every required clause, in words. CON-6: an agreement on quality with a supplier has the
 * supplier's repair and maintenance instead. CON-1: rights and duties of both parties are stated, and no two clauses
 * bear the same id, so that a reference to one is clear.
 * @param required of a sales contract: the regulations' six, or more
 * @param path where the content stands in the caller's input
 * @throws RulesError `POLICY_INVALID` when the required kinds leave out one of the regulations' six
 */
export function contractClausesGate(
  content: ContractContent,
  required: readonly ClauseRequirement[] = requiredClauses,
  path: readonly string[] = [],
): readonly Violation[] {
  refuseFewerThanRegulated(required)
  const missing =
    content.kind === 'SALE'
      ? missingClauses(content, required).map((gap) => refusal.missingClause('CON-2', gap, path))
      : missingClauses(content, requiredSupplierClauses).map((gap) => refusal.missingClause('CON-6', gap, path))
  return [...missing, ...repeatedClauses(content, path), ...unstatedTerms(content, path)]
}

function refuseFewerThanRegulated(required: readonly ClauseRequirement[]): void {
  const kinds = new Set(required.map(({ kind }) => kind))
  const left = requiredClauses.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))
  if (left.length > 0) {
    throw new RulesError('POLICY_INVALID', `the required clauses of a contract leave out ${left.join(', ')} (CON-2)`)
  }
}

function missingClauses({ clauses }: ContractContent, required: readonly ClauseRequirement[]): readonly ClauseGap[] {
  return required
    .filter(({ kind }) => !clauses.some((clause) => clause.kind === kind && isWritten(clause.wording)))
    .map((requirement) => {
      const blank = clauses.findIndex(({ kind }) => kind === requirement.kind)
      return { requirement, blankClause: blank === -1 ? null : blank }
    })
}

function repeatedClauses({ clauses }: ContractContent, path: readonly string[]): readonly Violation[] {
  return clauses.flatMap(({ clauseId }, index) => {
    const isRepeated = clauses.findIndex((clause) => clause.clauseId === clauseId) < index
    return isRepeated ? [refusal.repeatedClause(clauseId, [...path, 'clauses', String(index), 'clauseId'])] : []
  })
}

function unstatedTerms({ terms }: ContractContent, path: readonly string[]): readonly Violation[] {
  return contractParties.flatMap((party) =>
    (['rights', 'duties'] as const)
      .filter((aspect) => !isWritten(terms[party][aspect]))
      .map((aspect) => refusal.unstatedTerms(party, aspect, [...path, 'terms', party, aspect])),
  )
}
