import type { Bilingual } from '../../primitives/bilingual.ts'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { CalendarDefinition, CalendarException, Coverage } from '../definition.ts'
import type { FeedMark } from './marks.ts'

/*
 * Glossary
 *   feed      an iCalendar text of holidays that somebody publishes; it may hold days that no authority declared
 *   draft     what a feed says of the days of a window; it changes no calendar
 *   review    the draft beside the calendar in force, day by day
 *   remark    what of the feed is unclear, or was left out
 */

export interface HolidayFeedOptions {
  /** Where the feed comes from, in the words of whoever fetched it; it appears in drafts and reviews. */
  readonly source: string
  /** The days that are of interest, both included; everything else of the feed is left out. */
  readonly window: Coverage
  /** The calendar that the draft is for: its zone places clock times, its week gives a half day its hours. */
  readonly calendar: Pick<CalendarDefinition, 'zone' | 'weekly'>
  /** Default: `defaultFeedMarks`. */
  readonly marks?: readonly FeedMark[]
}

/** One day on which the feed is clear. Its name is the feed's summary, in whatever language, for both languages. */
export interface FeedEntry extends CalendarException {
  /** The text that decided the kind; `null` for an event without any mark, which counts as a holiday. */
  readonly mark: string | null
  /** Lines of the feed at which the events of the day begin, ascending. */
  readonly lines: readonly number[]
}

export type FeedRemarkCode =
  /** Not a whole day. A half day is proposed as an entry where its open hours can be told. */
  | 'TIMED'
  /** Events of one date make it different kinds of day. */
  | 'KINDS_DIFFER'
  /** What one event says contradicts itself, or does not say which kind of day is meant. */
  | 'MARK_UNCLEAR'
  /** Neither summary nor categories. */
  | 'TEXT_MISSING'
  /** An end before its beginning. */
  | 'LENGTH_UNCLEAR'
  /** Anything but one whole day a year, or from one whole day to another. */
  | 'RECURRENCE_UNSUPPORTED'
  /** One occurrence of a series is replaced by this event. */
  | 'OCCURRENCE_REPLACED'
  | 'CANCELLED'
  /** A status other than CONFIRMED. The entry stands. */
  | 'NOT_CONFIRMED'
  | 'OUTSIDE_WINDOW'
  /** Neither an event nor a time zone. */
  | 'COMPONENT_IGNORED'
  | 'NO_EVENT'

export interface FeedRemark {
  readonly code: FeedRemarkCode
  /** Line of the feed at which what is meant begins; `null` for the feed as a whole. */
  readonly line: number | null
  /** Days of the window that are concerned, ascending. */
  readonly dates: readonly LocalDate[]
  /** True when the days cannot become entries, or only as a proposal: somebody has to decide on each. */
  readonly isDecisionNeeded: boolean
  readonly message: Bilingual
}

/** What a feed says, for review. The same events in another order give the same entries. */
export interface HolidayFeedDraft {
  readonly source: string
  readonly window: Coverage
  /** Ordered by date; no date twice. */
  readonly entries: readonly FeedEntry[]
  /** Ordered by line, then by code. */
  readonly remarks: readonly FeedRemark[]
}
