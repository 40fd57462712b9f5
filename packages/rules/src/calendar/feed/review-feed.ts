import type { LocalDate } from '../../primitives/local-date.ts'
import type { CalendarDefinition, CalendarException } from '../definition.ts'
import type { FeedEntry, HolidayFeedDraft } from './holiday-feed.ts'

/**
 * A day of the calendar in force beside the same day of a feed.
 * ADDED: the calendar has no exception. REMOVED: the feed has none. CHANGED: another kind or other hours. RENAMED: only
 * the name differs. SAME: nothing differs. UNDECIDED: the feed is unclear, so the day can only stay as it is.
 */
export type ReviewedDay =
  | { readonly date: LocalDate; readonly difference: 'ADDED'; readonly inForce: null; readonly inFeed: FeedEntry }
  | {
      readonly date: LocalDate
      readonly difference: 'REMOVED'
      readonly inForce: CalendarException
      readonly inFeed: null
    }
  | {
      readonly date: LocalDate
      readonly difference: 'CHANGED' | 'RENAMED' | 'SAME'
      readonly inForce: CalendarException
      readonly inFeed: FeedEntry
    }
  | {
      readonly date: LocalDate
      readonly difference: 'UNDECIDED'
      readonly inForce: CalendarException | null
      readonly inFeed: null
    }

/** Every day on which somebody has to decide, ordered by date. */
export interface FeedReview {
  readonly source: string
  readonly calendarId: string
  readonly version: string
  readonly days: readonly ReviewedDay[]
}

/** Compares the exceptions of the calendar in force with those of a draft, inside the draft's window. */
export function reviewFeed(current: CalendarDefinition, draft: HolidayFeedDraft): FeedReview {
  const { entries, remarks, source, window } = draft
  const inForce = new Map(current.exceptions.map((exception) => [exception.date, exception]))
  const inFeed = new Map(entries.map((entry) => [entry.date, entry]))
  const unclear = remarks.filter(({ isDecisionNeeded }) => isDecisionNeeded).flatMap(({ dates }) => dates)
  const known = [...inForce.keys()].filter((date) => date >= window.from && date <= window.to)
  const dates = [...new Set([...known, ...inFeed.keys(), ...unclear])].toSorted()
  const days = dates.flatMap((date) => reviewed(date, inForce.get(date) ?? null, inFeed.get(date) ?? null, unclear))
  return { source, calendarId: current.id, version: current.version, days }
}

function reviewed(
  date: LocalDate,
  inForce: CalendarException | null,
  inFeed: FeedEntry | null,
  unclear: readonly LocalDate[],
): readonly ReviewedDay[] {
  if (inFeed === null) {
    if (unclear.includes(date)) return [{ date, difference: 'UNDECIDED', inForce, inFeed }]
    return inForce === null ? [] : [{ date, difference: 'REMOVED', inForce, inFeed }]
  }
  if (inForce === null) return [{ date, difference: 'ADDED', inForce, inFeed }]
  return [{ date, difference: differenceOf(inForce, inFeed), inForce, inFeed }]
}

function differenceOf(inForce: CalendarException, inFeed: CalendarException): 'CHANGED' | 'RENAMED' | 'SAME' {
  const effect = ({ kind, intervals }: CalendarException) =>
    JSON.stringify([kind, intervals?.map(({ from, to }) => [from, to])])
  if (effect(inForce) !== effect(inFeed)) return 'CHANGED'
  return inForce.name.zh === inFeed.name.zh && inForce.name.en === inFeed.name.en ? 'SAME' : 'RENAMED'
}
