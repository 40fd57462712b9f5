import { type KpiId, type KpiTarget, kpis } from '../catalogue/index.ts'
import type { PolicyHeader } from './header.ts'
import type { Section } from './source.ts'

export interface TargetEntry {
  readonly kpi: KpiId
  readonly target: KpiTarget
  readonly approvedBy: string | null
  readonly reason: string | null
  readonly section: Section
}

export interface TargetDocument {
  readonly kind: 'targets'
  readonly header: PolicyHeader
  readonly entries: readonly TargetEntry[]
}

export function readTargets(file: Section, header: PolicyHeader): TargetDocument {
  file.allow('document', 'targets')
  const entries = file.sections('targets').map(readEntry)
  return { kind: 'targets', header, entries: entries.filter((entry) => entry !== null) }
}

function readEntry(section: Section): TargetEntry | null {
  section.allow('kpi', 'atLeastPercent', 'atMostHours', 'trend', 'approvedBy', 'reason')
  const kpi = section.oneOf(
    'kpi',
    kpis.map(({ id }) => id),
  )
  const target = readTarget(section)
  if (kpi === null || target === null) return null
  const approvedBy = section.has('approvedBy') ? section.text('approvedBy') : null
  const reason = section.has('reason') ? section.text('reason') : null
  return { kpi, target, approvedBy, reason, section }
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

/** Whether a target asks for less than another, or for something that cannot be compared with it. */
export function isTargetLaxer(target: KpiTarget, than: KpiTarget): boolean {
  if (than === null || typeof than === 'string')
    return target === null || (typeof target === 'string' && target !== than)
  if (target === null || typeof target === 'string') return true
  if ('atMostHours' in than) return !('atMostHours' in target && target.atMostHours <= than.atMostHours)
  return !('numerator' in target && target.numerator * than.denominator >= than.numerator * target.denominator)
}

export function targetText(target: KpiTarget): string {
  if (target === null) return 'none'
  if (typeof target === 'string') return target
  return 'atMostHours' in target
    ? `at most ${target.atMostHours} hours`
    : `at least ${(target.numerator * 100) / target.denominator} %`
}
