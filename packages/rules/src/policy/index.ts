export type { PolicyBook } from './book.ts'
export type { DeadlineKey, DeadlineRow } from './deadline-document.ts'
export type { PolicyHeader, PolicyKind, PolicyLayer } from './header.ts'
export { parsePolicies } from './parse-policies.ts'
export type { DeadlinePolicy, PolicyOverride } from './policy-version.ts'
export {
  type RecordProfile,
  type RecordProfileName,
  type SalesRecordField,
  salesRecordFields,
} from './record-document.ts'
export type { SettingKey } from './setting-document.ts'
export type { PolicyFile } from './source.ts'
export type { Clock, Term } from './term.ts'
