import type { Bilingual } from '../../primitives/bilingual.ts'
import type { Violation } from '../../violation.ts'
import type { ClauseRequirement, ContractParty, PartyTerms } from './contract-content.ts'

/** A required clause that has no words, and where it would stand; `null` when there is no clause of its kind at all. */
export interface ClauseGap {
  readonly requirement: ClauseRequirement
  readonly blankClause: number | null
}

/* What the contract clauses gate says (CON-1, CON-2, CON-6). */

/** Names of the parties in both languages. */
export const partyNames: Readonly<Record<ContractParty, Bilingual>> = {
  COMPANY: { zh: '本公司', en: 'company' },
  COUNTERPARTY: { zh: '对方', en: 'counterparty' },
}

const aspectNames: Readonly<Record<keyof PartyTerms, Bilingual>> = {
  rights: { zh: '权利', en: 'rights' },
  duties: { zh: '义务', en: 'duties' },
}

export function missingClause(
  rule: 'CON-2' | 'CON-6',
  { requirement, blankClause }: ClauseGap,
  path: readonly string[],
): Violation {
  const { kind, name } = requirement
  return {
    rule,
    message: { zh: `合同没有写明${name.zh}。`, en: `The contract does not state the ${name.en}.` },
    path: [...path, 'clauses', ...(blankClause === null ? [] : [String(blankClause), 'wording'])],
    remedy: { zh: `补上${name.zh}条款后再签署。`, en: `Add a clause on the ${name.en} before signature.` },
    facts: { clause: kind, isBlank: blankClause !== null },
  }
}

export function repeatedClause(clauseId: string, path: readonly string[]): Violation {
  return {
    rule: 'CON-1',
    message: {
      zh: `合同中有两个条款都编为 ${clauseId}，引用时不明确。`,
      en: `Two clauses are numbered ${clauseId}, so that a reference to it is unclear.`,
    },
    path,
    remedy: { zh: '为每个条款使用不同的编号。', en: 'Give each clause an id of its own.' },
    facts: { clauseId },
  }
}

export function unstatedTerms(party: ContractParty, aspect: keyof PartyTerms, path: readonly string[]): Violation {
  const of = partyNames[party]
  const what = aspectNames[aspect]
  return {
    rule: 'CON-1',
    message: { zh: `合同没有写明${of.zh}的${what.zh}。`, en: `The contract does not state the ${of.en}'s ${what.en}.` },
    path,
    remedy: { zh: `写明${of.zh}的${what.zh}。`, en: `State the ${of.en}'s ${what.en}.` },
    facts: { party, aspect },
  }
}
