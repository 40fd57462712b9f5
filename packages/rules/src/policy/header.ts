import type { Bilingual } from '../primitives/bilingual.ts'
import type { LocalDate } from '../primitives/local-date.ts'

/** How far a document has come; only an approved one ever takes effect (GEN-5). */
export const policyStatuses = ['drafted', 'reviewed', 'approved'] as const
export type PolicyStatus = (typeof policyStatuses)[number]

export const policyKinds = ['deadlines', 'calendars', 'targets', 'settings'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** Outermost first. Whatever an inner layer says must be stricter, or be approved. */
export const policyLayers = ['regulation', 'company', 'productClass', 'contract'] as const
export type PolicyLayer = (typeof policyLayers)[number]

/** What every controlled document carries (GEN-4). Several with one number are revisions of one document. */
export interface PolicyHeader {
  /** The file that it stands in. */
  readonly file: string
  readonly number: string
  readonly kind: PolicyKind
  readonly layer: PolicyLayer
  /** The product classes or the contracts that it is for; empty on the layers that hold for everything. */
  readonly appliesTo: readonly string[]
  readonly title: Bilingual
  readonly status: PolicyStatus
  readonly drafter: string
  readonly reviewer: string
  readonly approver: string
  readonly draftedOn: LocalDate
  /** `null` where the step has not been taken yet. */
  readonly reviewedOn: LocalDate | null
  readonly approvedOn: LocalDate | null
  /** Execution date: from the start of this day in the tenant's zone (GEN-5). */
  readonly effectiveOn: LocalDate
  readonly pageCount: number
  readonly executingDepartments: readonly string[]
  readonly changeReason: Bilingual
  readonly changePurpose: Bilingual
}
