export type { DeadlineKey } from '../catalogue/entry.ts'
export type { PolicyBook } from './book.ts'
export { checkPolicies, type PolicyReport } from './check-policies.ts'
export type { PolicyContext } from './context.ts'
export type { DeadlineRow, Reopening } from './deadline-row.ts'
export { diffPolicies } from './diff-policies.ts'
export type { PolicyHeader, PolicyKind, PolicyLayer, PolicyStatus } from './header.ts'
export type { DocumentStanding, DocumentState } from './life-cycle.ts'
export { parsePolicies } from './parse-policies.ts'
export { type PauseReason, pauseReasons } from './pause-reasons.ts'
export type { PolicyChange, PolicySide } from './policy-change.ts'
export type {
  DeadlineAspect,
  DeadlinePolicy,
  PolicyOverride,
  PolicySource,
  SettingPolicy,
  TargetPolicy,
} from './policy-version.ts'
export type { SettingKey } from './setting-document.ts'
export type { PolicyFile, PolicyProblem } from './source.ts'
export type { Clock, Term } from './term.ts'
