import type { LocalDate } from '../primitives/local-date.ts'
import type { Violation } from '../violation.ts'
import type { RetainedRecord } from './retained-record.ts'
import { type RetentionReason, type RetentionSettings, retentionOf } from './retention.ts'

export interface PurgeInput {
  readonly record: RetainedRecord
  readonly settings: RetentionSettings
  /** The local day of the purge. */
  readonly on: LocalDate
}

/**
 * TRC-5, TRC-6: no record goes before its day, none of an implant ever, none under a legal hold (C1), and none that is
 * still open (C36). One violation per rule or hold that keeps it on that day.
 * @throws RulesError as `retentionOf`
 */
export function purgeGate({ record, settings, on }: PurgeInput): readonly Violation[] {
  const { purgeAllowedFrom, because } = retentionOf(record, settings)
  return because
    .filter(({ date }) => date === 'NEVER' || on < date)
    .map(({ rule, conflict, reason, date, holdId, path }) => ({
      rule,
      message: { zh: `还不能清除：${reason.zh}`, en: `It may not be purged yet. ${reason.en}` },
      path: ['record', ...path],
      remedy: remedyOf({ date, holdId, path }),
      facts: { kind: record.kind, conflict, date, holdId, purgeAllowedFrom, on },
    }))
}

function remedyOf({ date, holdId, path }: Pick<RetentionReason, 'date' | 'holdId' | 'path'>): Violation['remedy'] {
  if (date !== 'NEVER') return { zh: `${date} 起才可清除。`, en: `Wait until ${date}.` }
  if (holdId !== null) return { zh: '保全解除之前不得清除。', en: 'Keep it until the hold is lifted.' }
  return path.includes('closedOn')
    ? { zh: '结案之后再计算保存期。', en: 'Close it first; its period is counted then.' }
    : { zh: '继续保存。', en: 'Keep it.' }
}
