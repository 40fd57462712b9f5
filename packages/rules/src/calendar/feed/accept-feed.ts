import { isSamePerson } from '../../primitives/person.ts'
import { RulesError } from '../../rules-error.ts'
import type { Violation } from '../../violation.ts'
import type { CalendarDefinition, CalendarException, Coverage } from '../definition.ts'
import { calendarProblems } from '../definition-problems.ts'
import { isSameCalendar } from './calendar-content.ts'
import { coverageViolations } from './coverage-growth.ts'
import {
  dayOutsideCoverage,
  notReviewed,
  personMissing,
  samePerson,
  undecidable,
  undecidedDay,
  versionMissing,
  versionTaken,
} from './feed-violations.ts'
import type { HolidayFeedDraft } from './holiday-feed.ts'
import { type ReviewedDay, reviewFeed } from './review-feed.ts'

/** ACCEPT takes the day as the feed has it (or has it not), REJECT leaves it as it is in force. */
export type DayDecision = 'ACCEPT' | 'REJECT'

export interface FeedDecisions {
  /** Who decided on each day. */
  readonly reviewer: string
  /** Who approved the result; another person. */
  readonly approver: string
  /** Of the calendar that results. */
  readonly version: string
  /** What days the new calendar is known for; default: those of the calendar in force. */
  readonly coverage?: Coverage
  /** By date, one for every day of the review. */
  readonly days: Readonly<Record<string, DayDecision>>
}

export type FeedAcceptance =
  | { readonly type: 'ACCEPTED'; readonly calendar: CalendarDefinition }
  | { readonly type: 'REFUSED'; readonly violations: readonly Violation[] }

/**
 * Makes a new version of a calendar from a reviewed draft (GEN-5): reviewed by one person and approved by another, each
 * day of `reviewFeed` decided, under a version that no calendar with other content has. Coverage may grow by days of
 * the feed's window only, and never shrinks.
 * @param published every version that was ever in force, so that none of them is used again for something else
 * @throws RulesError `CALENDAR_INVALID` when the calendar in force is itself faulty
 */
export function acceptFeed(
  current: CalendarDefinition,
  draft: HolidayFeedDraft,
  decisions: FeedDecisions,
  published: readonly CalendarDefinition[] = [],
): FeedAcceptance {
  const { days } = reviewFeed(current, draft)
  const calendar = decided(current, days, decisions)
  const violations = [
    ...personViolations(decisions),
    ...versionViolations(calendar, [current, ...published]),
    ...dayViolations(days, decisions),
    ...coverageViolations({ before: current.coverage, after: calendar.coverage, window: draft.window }),
    ...outsideViolations(days, decisions, calendar.coverage),
  ]
  if (violations.length > 0) return { type: 'REFUSED', violations }
  const problems = calendarProblems(calendar)
  if (problems.length > 0) throw new RulesError('CALENDAR_INVALID', `calendar '${calendar.id}': ${problems.join('; ')}`)
  return { type: 'ACCEPTED', calendar }
}

function decided(
  current: CalendarDefinition,
  days: readonly ReviewedDay[],
  decisions: FeedDecisions,
): CalendarDefinition {
  const reviewed = new Set(days.map(({ date }) => date))
  const exceptions = [
    ...current.exceptions.filter(({ date }) => !reviewed.has(date)),
    ...days.flatMap((day) => (decisions.days[day.date] === 'ACCEPT' ? accepted(day) : kept(day))),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const { version, coverage = current.coverage } = decisions
  return { ...current, version: version.trim(), exceptions, coverage }
}

function kept({ inForce }: ReviewedDay): readonly CalendarException[] {
  return inForce === null ? [] : [inForce]
}

function accepted(day: ReviewedDay): readonly CalendarException[] {
  if (day.difference === 'UNDECIDED') return kept(day)
  if (day.inFeed === null) return []
  const { mark: _mark, lines: _lines, ...exception } = day.inFeed
  return [exception]
}

function personViolations({ reviewer, approver }: FeedDecisions): readonly Violation[] {
  const missing = Object.entries({ reviewer, approver }).filter(([, person]) => person.trim() === '')
  if (missing.length > 0) return missing.map(([field]) => personMissing(field))
  return isSamePerson(reviewer, approver) ? [samePerson()] : []
}

function versionViolations(
  calendar: CalendarDefinition,
  published: readonly CalendarDefinition[],
): readonly Violation[] {
  if (calendar.version === '') return [versionMissing(calendar.id)]
  const taken = published.some(
    (other) => other.id === calendar.id && other.version === calendar.version && !isSameCalendar(other, calendar),
  )
  return taken ? [versionTaken(calendar)] : []
}

function dayViolations(days: readonly ReviewedDay[], decisions: FeedDecisions): readonly Violation[] {
  const reviewed = new Set<string>(days.map(({ date }) => date))
  const ofDays = days.flatMap(({ date, difference }) => {
    const decision = decisions.days[date]
    if (decision === undefined) return [undecidedDay(date, difference)]
    return difference === 'UNDECIDED' && decision === 'ACCEPT' ? [undecidable(date)] : []
  })
  const others = Object.keys(decisions.days).filter((date) => !reviewed.has(date))
  return [...ofDays, ...others.toSorted().map(notReviewed)]
}

function outsideViolations(
  days: readonly ReviewedDay[],
  decisions: FeedDecisions,
  coverage: Coverage,
): readonly Violation[] {
  return days
    .filter(({ date, inFeed }) => inFeed !== null && decisions.days[date] === 'ACCEPT')
    .filter(({ date }) => date < coverage.from || date > coverage.to)
    .map(({ date }) => dayOutsideCoverage(date, coverage))
}
