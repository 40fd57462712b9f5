import type { LocalDate } from '../../primitives/local-date.ts'
import type { CalendarException } from '../definition.ts'
import type { DayClaim } from './day-claims.ts'
import type { FeedEntry, FeedRemark } from './holiday-feed.ts'
import { remark } from './remark.ts'

interface DaysOfFeed {
  readonly entries: readonly FeedEntry[]
  readonly remarks: readonly FeedRemark[]
}

/** One entry for each day on which every event says the same, and a remark for each day on which they differ. */
export function entriesOf(claims: readonly DayClaim[]): DaysOfFeed {
  const dates = [...new Set(claims.map(({ date }) => date))].toSorted()
  const days = dates.map((date) =>
    dayOf(
      date,
      claims.filter((claim) => claim.date === date),
    ),
  )
  return { entries: days.flatMap(({ entries }) => entries), remarks: days.flatMap(({ remarks }) => remarks) }
}

function dayOf(date: LocalDate, claims: readonly DayClaim[]): DaysOfFeed {
  const known = claims.map(({ exception }) => exception).filter((exception) => exception !== null)
  const [first] = known
  // Where one event is unclear, its own remark stands for the day.
  if (!first || known.length < claims.length) return { entries: [], remarks: [] }
  const lines = claims.map(({ line }) => line).toSorted((a, b) => a - b)
  const names = distinct(known.map(({ name }) => name.zh))
  if (known.some((other) => effectOf(other) !== effectOf(first))) {
    return { entries: [], remarks: [remark('KINDS_DIFFER', lines[0] ?? null, [date], names.join(', '))] }
  }
  const marks = distinct(claims.map(({ mark }) => mark).filter((mark) => mark !== null))
  const name = { zh: names.join('、'), en: names.join(', ') }
  return { entries: [{ ...first, name, mark: marks.length > 0 ? marks.join(', ') : null, lines }], remarks: [] }
}

function effectOf({ kind, intervals }: CalendarException): string {
  return JSON.stringify([kind, intervals])
}

/** Sorted, so that the order of the events changes nothing. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
