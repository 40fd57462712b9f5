import type { Bilingual } from '../primitives/bilingual.ts'
import type { DocumentId } from './documents.ts'
import type { RuleId } from './rule-entries.ts'

/** What a KPI's value is; a ratio is kept as two integers and rounded only for display. */
export type KpiUnit = 'ratio' | 'money' | 'quantity' | 'duration' | 'count'

/** An exact share to reach at least, a number of hours not to exceed, a direction, or nothing to reach (`null`). */
export type KpiTarget =
  | { readonly numerator: number; readonly denominator: number }
  | { readonly atMostHours: number }
  | 'rising'
  | 'falling'
  | null

/** Shape of one KPI, before the union of KPI ids is derived from all of them. */
export interface KpiEntry {
  readonly id: `KPI-${number}`
  readonly name: Bilingual
  /** In words; an empty denominator gives no value, never 0 or 100 %. */
  readonly formula: Bilingual
  readonly unit: KpiUnit
  readonly target: KpiTarget
  /** Target of a second figure that belongs to the KPI, such as the longest gap between two backups. */
  readonly secondTarget?: KpiTarget
  /** True when no regulation gives the target. */
  readonly isTargetProposed?: boolean
  readonly documents: readonly DocumentId[]
  /** The rules whose observance it measures. */
  readonly rules: readonly RuleId[]
}

/** 100 %, exactly. */
export const always = { numerator: 1, denominator: 1 } as const
