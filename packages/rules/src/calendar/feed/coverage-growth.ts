import { plusDays } from '../../primitives/local-date.ts'
import type { Violation } from '../../violation.ts'
import type { Coverage } from '../definition.ts'
import { coverageShrinks, coverageUnknown } from './feed-violations.ts'

/** The coverage in force, the one to come, and the days that the feed was read for. */
export interface CoverageGrowth {
  readonly before: Coverage
  readonly after: Coverage
  readonly window: Coverage
}

/** Nothing that was known may become unknown, and nothing becomes known that the feed was not read for. */
export function coverageViolations(growth: CoverageGrowth): readonly Violation[] {
  const { before, after, window } = growth
  if (after.from > before.from || after.to < before.to) return [coverageShrinks(after, before)]
  return growsDownWithin(growth) && growsUpWithin(growth) ? [] : [coverageUnknown(after, before, window)]
}

function growsDownWithin({ before, after, window }: CoverageGrowth): boolean {
  return after.from === before.from || (window.from <= after.from && window.to >= plusDays(before.from, -1))
}

function growsUpWithin({ before, after, window }: CoverageGrowth): boolean {
  return after.to === before.to || (window.to >= after.to && window.from <= plusDays(before.to, 1))
}
