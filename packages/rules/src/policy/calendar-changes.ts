import type { CompiledCalendar } from '../calendar/compiled-calendar.ts'
import { segmentsBetween } from '../calendar/segments.ts'
import { localOf } from '../calendar/zone-offsets.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { PolicyChange, PolicySide } from './policy-change.ts'
import { sameText } from './policy-texts.ts'

type Text = Pick<PolicyChange, 'aspect' | 'from' | 'to'>

/** The tenant's calendar and zone: which one it is, and the first day with other opening hours. */
export function calendarChanges(before: PolicySide, after: PolicySide): readonly PolicyChange[] {
  const [earlier, later] = [before.book.calendar(before.version), after.book.calendar(after.version)]
  const identity = { aspect: 'calendar', from: sameText(nameOf(earlier)), to: sameText(nameOf(later)) }
  const zones = [sameText(before.book.tenantZone), sameText(after.book.tenantZone)] as const
  const changed: readonly Text[] = [
    ...(identity.from.en === identity.to.en ? [] : [identity]),
    ...(zones[0].en === zones[1].en ? [] : [{ aspect: 'zone', from: zones[0], to: zones[1] }]),
    ...hoursChanged(earlier, later),
  ]
  const about = { subject: 'CALENDAR', key: later.id, rules: [], context: {}, effect: 'OTHER' } as const
  return changed.map((text) => ({ ...about, ...text, decidedBy: { from: null, to: null } }))
}

function nameOf({ id, version, zone }: CompiledCalendar): string {
  return `${id} ${version} (${zone})`
}

/** Of the days that both calendars know, the first with other hours, and how many more there are. */
function hoursChanged(before: CompiledCalendar, after: CompiledCalendar): readonly Text[] {
  const earlier = hoursByDate(before)
  const later = hoursByDate(after)
  const dates = [...earlier.keys()].filter((date) => later.has(date) && later.get(date) !== earlier.get(date))
  const first = dates[0]
  if (first === undefined) return []
  const more = dates.length - 1
  const text = (hours: string): Bilingual => ({
    zh: `${first}：${hours || '不营业'}${more === 0 ? '' : `（另有 ${more} 天不同）`}`,
    en: `${first}: ${hours || 'closed'}${more === 0 ? '' : ` (and ${more} more days)`}`,
  })
  return [{ aspect: 'hours', from: text(earlier.get(first) ?? ''), to: text(later.get(first) ?? '') }]
}

/** Opening hours of each day, as the clock of the calendar's zone shows them; empty for a closed day. */
function hoursByDate(calendar: CompiledCalendar): ReadonlyMap<LocalDate, string> {
  const { days, zoneOffsets } = calendar
  const clock = (epoch: number) => new Date(localOf(zoneOffsets, epoch)).toISOString().slice(11, 16)
  const hours = days.slice(0, -1).map(({ date, startsAt }, index) => {
    const end = days[index + 1]?.startsAt ?? startsAt
    const open = segmentsBetween(calendar, startsAt, end).filter(({ isOpen }) => isOpen)
    return [date, open.map(({ from, to }) => `${clock(from)}-${to === end ? '24:00' : clock(to)}`).join(', ')] as const
  })
  return new Map(hours)
}
