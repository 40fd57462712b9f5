import { RulesError } from '../rules-error.ts'

/**
 * A moment in time: RFC 3339 in UTC with milliseconds, always 24 characters (`2026-02-13T08:00:00.000Z`).
 * The fixed form makes string order time order, so one representation serves the domain, events, MongoDB and the graph.
 */
export type Instant = string & { readonly __brand: 'Instant' }

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** @throws RulesError `INSTANT_INVALID` when the milliseconds are not an integer within years 0001-9999. */
export function instantFromMillis(millis: number): Instant {
  if (!Number.isInteger(millis) || millis < -62_135_596_800_000 || millis > 253_402_300_799_999) {
    throw new RulesError('INSTANT_INVALID', `${millis} is not an instant in milliseconds`)
  }
  return new Date(millis).toISOString() as Instant
}

/**
 * Reads RFC 3339 with an offset; an instant without an offset is refused, because it would mean another time elsewhere.
 * @throws RulesError `INSTANT_INVALID`
 */
export function parseInstant(text: string): Instant {
  if (!WITH_OFFSET.test(text))
    throw new RulesError('INSTANT_INVALID', `'${text}' is not an RFC 3339 instant with offset`)
  const millis = Date.parse(text)
  if (Number.isNaN(millis)) throw new RulesError('INSTANT_INVALID', `'${text}' names no existing moment`)
  const instant = instantFromMillis(millis)
  // Date.parse rolls 30 February over to March; a rolled day shows as another day of month at the same offset.
  if (!sameDayOfMonth(text, millis)) throw new RulesError('INSTANT_INVALID', `'${text}' names no existing day`)
  return instant
}

function sameDayOfMonth(text: string, millis: number): boolean {
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(text)
  const sign = offset?.[1] === '-' ? -1 : 1
  const offsetMillis = offset ? sign * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0
  return new Date(millis + offsetMillis).getUTCDate() === Number(text.slice(8, 10))
}

/** True for the canonical form only. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && CANONICAL.test(value) && !Number.isNaN(Date.parse(value))
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The instant so many milliseconds later; negative for earlier. */
export function plusMillis(instant: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(instant) + millis)
}

export function laterOf(a: Instant, b: Instant): Instant {
  return a >= b ? a : b
}

export function earlierOf(a: Instant, b: Instant): Instant {
  return a <= b ? a : b
}
