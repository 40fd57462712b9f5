import { type KpiId, type KpiTarget, kpis } from '../catalogue/index.ts'
import type { PolicyHeader } from './header.ts'
import type { LayerEntry } from './layer-entry.ts'
import { readApproval, refuseRepeated } from './reading.ts'
import type { Section } from './source.ts'

/** `key` is the KPI's id. */
export interface TargetEntry extends LayerEntry<KpiId> {
  readonly target: KpiTarget
}

export interface TargetDocument {
  readonly kind: 'targets'
  readonly header: PolicyHeader
  readonly entries: readonly TargetEntry[]
}

export function readTargets(file: Section, header: PolicyHeader): TargetDocument {
  file.allow('document', 'targets')
  const sections = file.sections('targets')
  refuseRepeated(sections, 'kpi', 'target of')
  const entries = sections.map(readEntry)
  return { kind: 'targets', header, entries: entries.filter((entry) => entry !== null) }
}

function readEntry(section: Section): TargetEntry | null {
  section.allow('kpi', 'atLeastPercent', 'atMostHours', 'trend', 'approvedBy', 'reason')
  const key = section.oneOf(
    'kpi',
    kpis.map(({ id }) => id),
  )
  const target = readTarget(section)
  return key === null || target === null ? null : { key, target, ...readApproval(section), section }
}

function readTarget(section: Section): KpiTarget {
  const given = ['atLeastPercent', 'atMostHours', 'trend'].filter((key) => section.has(key))
  if (given.length !== 1) return section.problem('a target has exactly one of atLeastPercent, atMostHours, trend')
  if (section.has('trend')) return section.oneOf('trend', ['rising', 'falling'])
  if (section.has('atMostHours')) {
    const atMostHours = section.integer('atMostHours', 1, 100_000)
    return atMostHours === null ? null : { atMostHours }
  }
  const percent = section.integer('atLeastPercent', 1, 1000)
  if (percent === null) return null
  return percent % 100 === 0 ? { numerator: percent / 100, denominator: 1 } : { numerator: percent, denominator: 100 }
}
