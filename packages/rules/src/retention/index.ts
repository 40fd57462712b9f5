export * from './purge.ts'
export * from './retained-record.ts'
export {
  type PurgeDay,
  type Retention,
  type RetentionReason,
  type RetentionSettings,
  retentionOf,
} from './retention.ts'
export { type RetentionRule, type RetentionYears, retentionRules } from './retention-rules.ts'
