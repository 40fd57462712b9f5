import type { Bilingual } from '../primitives/bilingual.ts'
import { type CalendarDay, type CompiledCalendar, lastAtMost, lastOpenedAt } from './compiled-calendar.ts'
import { requireKnown } from './open-time.ts'

/** A stretch of time with one reason for being open or closed. Epoch milliseconds, half-open, never empty. */
export interface OpenTimeSegment {
  readonly from: number
  readonly to: number
  readonly isOpen: boolean
  readonly reason: Bilingual
}

/** Cuts [from, to) into open and closed stretches that adjoin; neighbours with the same reason are one. */
export function segmentsBetween(calendar: CompiledCalendar, from: number, to: number): readonly OpenTimeSegment[] {
  requireKnown(calendar, from)
  requireKnown(calendar, to)
  const segments: OpenTimeSegment[] = []
  for (let at = from; at < to; ) {
    const next = nextSegment(calendar, at, to)
    at = next.to
    const last = segments.at(-1)
    if (last && last.isOpen === next.isOpen && last.reason.en === next.reason.en) {
      segments[segments.length - 1] = { ...last, to: next.to }
    } else segments.push(next)
  }
  return segments
}

function nextSegment(calendar: CompiledCalendar, at: number, limit: number): OpenTimeSegment {
  const { opens, closes, dayStarts, days } = calendar
  const interval = lastOpenedAt(calendar, at)
  const close = closes[interval] ?? Number.NEGATIVE_INFINITY
  const dayIndex = lastAtMost(dayStarts, at)
  if (interval >= 0 && at < close) {
    const beganOn = days[calendar.workingDays[calendar.workingDayOf[interval] ?? 0] ?? dayIndex]
    return { from: at, to: Math.min(close, limit), isOpen: true, reason: reasonOpen(beganOn) }
  }
  const opening = opens[interval + 1] ?? Number.POSITIVE_INFINITY
  const dayEnd = dayStarts[dayIndex + 1] ?? calendar.to
  return { from: at, to: Math.min(opening, dayEnd, limit), isOpen: false, reason: reasonClosed(days[dayIndex]) }
}

function reasonOpen(day: CalendarDay | undefined): Bilingual {
  return assumed(
    day,
    day?.name ? named('工作时间', 'working hours', day.name) : { zh: '工作时间', en: 'working hours' },
  )
}

function reasonClosed(day: CalendarDay | undefined): Bilingual {
  if (day?.kind === 'HOLIDAY') return assumed(day, day.name ?? { zh: '节假日', en: 'holiday' })
  if (day?.kind === 'WEEKEND') return assumed(day, { zh: '休息日', en: 'no working day' })
  const outside = { zh: '非工作时间', en: 'outside working hours' }
  return assumed(day, day?.name ? named(outside.zh, outside.en, day.name) : outside)
}

function named(zh: string, en: string, name: Bilingual): Bilingual {
  return { zh: `${zh}（${name.zh}）`, en: `${en} (${name.en})` }
}

function assumed(day: CalendarDay | undefined, reason: Bilingual): Bilingual {
  if (!day?.isAssumed) return reason
  return {
    zh: `${reason.zh}（节假日安排未公布，按每周工作时间推算）`,
    en: `${reason.en} (holidays not published: weekly pattern assumed)`,
  }
}
