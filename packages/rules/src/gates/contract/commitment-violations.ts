import type { Violation } from '../../violation.ts'
import type { Commitment, CommitmentGateInput } from './commitment-input.ts'

/** Why an approval does not let a promise go. */
export type CommitmentFlaw = 'NOT_APPROVED' | 'OTHER_COMMITMENT' | 'OTHER_TEXT' | 'BY_PROMISER' | 'NOT_BEFORE_SENDING'

/* What the commitment gate says (CON-8, C22). */

export function unknownClause({ commitmentId }: Commitment, clauseId: string, contractId: string | null): Violation {
  return {
    rule: 'CON-8',
    message: {
      zh: `承诺所依据的条款 ${clauseId} 不在客户现行的合同中。`,
      en: `Clause ${clauseId}, on which the promise rests, is not in the customer's contract.`,
    },
    path: ['commitment', 'clauseId'],
    remedy: { zh: '引用合同中的条款，或取得公司批准。', en: 'Name a clause of the contract, or obtain an approval.' },
    facts: { reason: 'CLAUSE_UNKNOWN', commitmentId, clauseId, contractId },
  }
}

const paths = {
  NOT_APPROVED: ['approval'],
  OTHER_COMMITMENT: ['approval', 'commitmentId'],
  OTHER_TEXT: ['approval', 'text'],
  BY_PROMISER: ['approval', 'approvedBy'],
  NOT_BEFORE_SENDING: ['approval', 'approvedAt'],
} as const satisfies Record<CommitmentFlaw, readonly string[]>

const wordings: Readonly<Record<CommitmentFlaw, Pick<Violation, 'message' | 'remedy'>>> = {
  NOT_APPROVED: {
    message: {
      zh: '合同没有这项内容，公司也没有批准这一承诺。',
      en: 'The contract does not contain this, and the company has not consented to promise it.',
    },
    remedy: { zh: '先取得公司批准，再发给客户。', en: 'Obtain the approval of the company before it is sent.' },
  },
  OTHER_COMMITMENT: {
    message: { zh: '批准的是另一项承诺。', en: 'The approval is of another promise.' },
    remedy: { zh: '为这一承诺取得批准。', en: 'Obtain an approval of this promise.' },
  },
  OTHER_TEXT: {
    message: { zh: '批准的是承诺的另一份文本。', en: 'The approval is of another text of the promise.' },
    remedy: { zh: '按批准的文本承诺，或再次送批。', en: 'Promise what was approved, or submit this text.' },
  },
  BY_PROMISER: {
    message: { zh: '作出承诺的人批准了自己的承诺。', en: 'The promise was approved by the person who makes it.' },
    remedy: { zh: '请另一人批准。', en: 'Have another person approve it.' },
  },
  NOT_BEFORE_SENDING: {
    message: { zh: '批准不在发出承诺之前。', en: 'The approval does not precede the sending of the promise.' },
    remedy: { zh: '批准之后再发出。', en: 'Send it only after the approval.' },
  },
}

export function unapprovedCommitment(
  flaw: CommitmentFlaw,
  { commitment, approval, sentAt }: CommitmentGateInput,
): Violation {
  const { commitmentId, text } = commitment
  return {
    rule: 'CON-8',
    ...wordings[flaw],
    path: paths[flaw],
    facts: {
      reason: flaw,
      commitmentId,
      revision: text.revision,
      digest: text.digest,
      approvalId: approval?.approvalId ?? null,
      approvedCommitmentId: approval?.commitmentId ?? null,
      approvedRevision: approval?.text.revision ?? null,
      approvedDigest: approval?.text.digest ?? null,
      approvedAt: approval?.approvedAt ?? null,
      sentAt,
    },
  }
}
