import type { Instant } from '../primitives/instant.ts'
import type { PolicyBook } from './book.ts'
import { composePolicies, isApproved, tryPending } from './compose.ts'
import type { PolicyHeader } from './header.ts'
import { type DocumentStanding, standingsAt } from './life-cycle.ts'
import type { PolicyOverride } from './policy-version.ts'
import type { PolicyFile, PolicyProblem } from './source.ts'

/** What is to be known of policy files before anything runs by them. */
export interface PolicyReport {
  /** By file and line; also what a pending document would meet once it is approved. */
  readonly problems: readonly PolicyProblem[]
  /** Every document that could be read, and where it stands. */
  readonly documents: readonly DocumentStanding[]
  /** Documents that are not approved and therefore change nothing (GEN-5). */
  readonly pending: readonly PolicyHeader[]
  /** Ids in order of their effective dates; none while the approved documents have problems. So are the overrides. */
  readonly versions: readonly string[]
  readonly overrides: readonly PolicyOverride[]
  /** What services would run by; `null` while the approved documents have problems. */
  readonly book: PolicyBook | null
}

/**
 * Checks policy files without putting them into force. Whatever the files contain, it reports and does not throw.
 * @param at the instant whose states of the documents are asked for
 */
export function checkPolicies(files: readonly PolicyFile[], at: Instant): PolicyReport {
  const { problems, documents, zone, book } = composePolicies(files)
  if (problems.isEmpty) tryPending(documents, problems)
  const headers = documents.map(({ header }) => header)
  return {
    problems: problems.all(),
    documents: standingsAt(headers, at, zone),
    pending: documents.filter((document) => !isApproved(document)).map(({ header }) => header),
    versions: book?.versions ?? [],
    overrides: book?.overrides ?? [],
    book,
  }
}
