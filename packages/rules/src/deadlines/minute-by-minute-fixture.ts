import type { MinuteByMinute } from '../calendar/minute-by-minute.ts'
import type { WorkingDayMode } from '../calendar/working-days.ts'
import type { Reopening } from '../policy/deadline-row.ts'

/*
 * A second implementation of limits that shares nothing with the first: it lives through a timer's life minute by
 * minute, as people would with a list and a clock. Slow and hard to get wrong; tests compare with it. It knows whole
 * minutes only, and events in the order of their instants.
 */

const MINUTE = 60_000

/** Minutes for `elapsed` and `business`, else days. */
export interface NaiveLimit {
  readonly clock: 'elapsed' | 'business' | 'calendarDays' | 'workingDays'
  readonly amount: number
  readonly mode: WorkingDayMode
  readonly reopening: Reopening
}

/** All instants in epoch milliseconds; only pauses that stop the clock. */
export interface NaiveTimer {
  readonly start: number
  readonly reopenings: readonly { readonly stop: number; readonly reopen: number }[]
  readonly stop: number | null
  readonly pauses: readonly { readonly from: number; readonly until: number | null }[]
}

export interface NaiveVerdict {
  /** Of the run that decides. */
  readonly start: number
  readonly stop: number | null
  /** `null` where the known days end first. */
  readonly due: number | null
  readonly isWaiting: boolean
  readonly countedMinutes: number
}

/** The minutes of a calendar in its zone, each asked once whether it is open. */
export class NaiveDays {
  readonly calendar: MinuteByMinute
  readonly zone: string
  readonly #open: readonly boolean[]

  constructor(calendar: MinuteByMinute, zone: string) {
    this.calendar = calendar
    this.zone = zone
    const minutes = (calendar.to - calendar.from) / MINUTE
    this.#open = Array.from({ length: minutes }, (_, index) => {
      const minute = calendar.from + index * MINUTE
      return calendar.openMinutesBetween(minute, minute + MINUTE) === 1
    })
  }

  isOpen(minute: number): boolean {
    return this.#open[(minute - this.calendar.from) / MINUTE] === true
  }
}

/** Lives through a timer until an instant and tells how it stands then. */
export function livedThrough(days: NaiveDays, limit: NaiveLimit, timer: NaiveTimer, now: number): NaiveVerdict {
  const life = new Life(limit.reopening, timer, now)
  for (let minute = Math.min(timer.start, ...timer.pauses.map(({ from }) => from)); minute <= now; minute += MINUTE) {
    life.live(minute)
  }
  const counts = (minute: number) => limit.clock === 'elapsed' || limit.clock === 'calendarDays' || days.isOpen(minute)
  let countedMinutes = 0
  for (let minute = life.start; minute < (life.stop ?? now); minute += MINUTE) {
    if (counts(minute) && !life.isLost(minute)) countedMinutes += 1
  }
  const due = pushedBack(days.calendar, life, counts, unpausedDue(days, limit, life.start))
  return { start: life.start, stop: life.stop, due, isWaiting: life.isWaiting, countedMinutes }
}

class Life {
  readonly #reopening: Reopening
  readonly #timer: NaiveTimer
  readonly #now: number
  #waits = new Set<NaiveTimer['pauses'][number]>()
  start: number
  stop: number | null = null
  /** By minutes after the timer's start: those of the present run that do not count. */
  readonly #lost: Uint8Array

  constructor(reopening: Reopening, timer: NaiveTimer, now: number) {
    this.#reopening = reopening
    this.#timer = timer
    this.#now = now
    this.start = timer.start
    this.#lost = new Uint8Array(Math.max(0, (now - timer.start) / MINUTE))
  }

  isLost(minute: number): boolean {
    return this.#lost[(minute - this.#timer.start) / MINUTE] === 1
  }

  #lose(minute: number): void {
    this.#lost[(minute - this.#timer.start) / MINUTE] = 1
  }

  get isWaiting(): boolean {
    return this.#waits.size > 0
  }

  live(minute: number): void {
    const { pauses, reopenings, stop } = this.#timer
    for (const pause of pauses) {
      if (pause.until === minute) this.#waits.delete(pause)
      if (pause.from === minute && (pause.until === null || pause.until > minute)) this.#waits.add(pause)
    }
    for (const reopened of reopenings) {
      if (reopened.stop === minute) this.#end(minute)
      if (reopened.reopen === minute) this.#openAgain(minute)
    }
    if (stop === minute) this.#end(minute)
    if (this.isWaiting && this.stop === null && minute >= this.start && minute < this.#now) this.#lose(minute)
  }

  /** What is done waits for nothing: a wait whose end nobody knows ends here. */
  #end(minute: number): void {
    this.stop ??= minute
    for (const wait of this.#waits) if (wait.until === null || wait.until > this.#now) this.#waits.delete(wait)
  }

  #openAgain(minute: number): void {
    if (this.#reopening === 'KEEPS') return
    for (let between = this.stop ?? minute; between < minute; between += MINUTE) this.#lose(between)
    this.stop = null
    if (this.#reopening === 'RESUMES') return
    this.start = minute
    this.#lost.fill(0)
  }
}

function unpausedDue(days: NaiveDays, { clock, amount, mode }: NaiveLimit, start: number): number | null {
  const { calendar, zone } = days
  switch (clock) {
    case 'elapsed':
      return start + amount * MINUTE
    case 'business':
      return calendar.addOpenMinutes(start, amount)
    case 'calendarDays':
      return daysLater(zone, start, amount)
    case 'workingDays': {
      const due = calendar.addWorkingDays(start, amount)
      return due === null || mode === 'sameClock' ? due : closeOfDay(days, due)
    }
  }
}

/** The same clock time; one that the clock skips on that day is the instant of the change. */
function daysLater(zone: string, start: number, days: number): number {
  const begun = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDateTime()
  const wanted = begun.add({ days })
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds
  return found.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds
}

/** The end of the last open minute of the day on which a working day ends; that may be the very instant. */
function closeOfDay(days: NaiveDays, due: number): number {
  const lastMinute = Temporal.Instant.fromEpochMilliseconds(due - (days.isOpen(due) ? 0 : MINUTE))
  const day = lastMinute.toZonedDateTimeISO(days.zone).toPlainDate()
  let end = day.add({ days: 1 }).toZonedDateTime({ timeZone: days.zone }).epochMilliseconds
  while (!days.isOpen(end - MINUTE)) end -= MINUTE
  return end
}

/** Every lost minute that counts puts the due instant off by one, and no due instant comes while a wait lasts. */
function pushedBack(
  calendar: MinuteByMinute,
  life: Life,
  counts: (minute: number) => boolean,
  unpaused: number | null,
): number | null {
  let due = unpaused
  let isWaiting = false
  for (let minute = life.start; due !== null && (minute < due || isWaiting); minute += MINUTE) {
    isWaiting = life.isLost(minute)
    if (!isWaiting) continue
    if (counts(minute)) due = nextCounted(calendar, counts, due)
    if (due !== null) due = Math.max(due, minute + MINUTE)
  }
  return due
}

function nextCounted(calendar: MinuteByMinute, counts: (minute: number) => boolean, due: number): number | null {
  return counts(due) ? due + MINUTE : calendar.addOpenMinutes(due, 1)
}
