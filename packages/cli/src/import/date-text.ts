import { type Instant, parseInstant } from '@afterline/rules'
import { plainOf, quoted } from './cell-text.ts'

/*
 * How files write instants. Always read are RFC 3339 with an offset and `YYYY-MM-DD HH:MM[:SS[.fff]]`; everything else has
 * to be named in the mapping, because `3/2/2026` is two days.
 */

/** Days since the end of 1899, as spreadsheets keep instants; `excel-1904` as old ones of another maker did. */
const SERIAL_EPOCHS: Readonly<Record<string, string>> = { excel: '1899-12-30', 'excel-1904': '1904-01-01' }
/** Before 1 March 1900 spreadsheets count a day that never was; no record of a company is that old. */
const FIRST_SERIAL = 61
const SECONDS_PER_DAY = 86_400

const PARTS = {
  YYYY: ['year', '\\d{4}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  DD: ['day', '\\d{2}'],
  D: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  m: ['minute', '\\d{1,2}'],
  ss: ['second', '\\d{2}'],
  s: ['second', '\\d{1,2}'],
} as const
const PART = /YYYY|MM?|DD?|HH?|mm?|ss?/g

/** Whether a format names a day at least: what it leaves out of the time is zero. */
export function isDateFormat(format: string): boolean {
  if (format in SERIAL_EPOCHS) return true
  const parts = [...format.matchAll(PART)].map(([part]) => part[0])
  return ['Y', 'M', 'D'].every((part) => parts.includes(part)) && new Set(parts).size === parts.length
}

/**
 * The instant of a cell. A local time that a clock change repeats means the first of the two; one that it skips means the
 * same distance after the change.
 * @param formats as `isDateFormat` allows, tried one after the other
 * @throws RangeError for text that none of them reads, and for a day that does not exist
 */
export function instantOf(cell: string, timeZone: string, formats: readonly string[]): Instant {
  const text = plainOf(cell)
  const isoText = text.replace(' ', 'T')
  if (/(Z|[+-]\d{2}:\d{2})$/.test(isoText)) return parseInstant(isoText)
  const local = existing(text, () =>
    isIso(isoText) ? Temporal.PlainDateTime.from(isoText, REJECT) : asNamed(text, formats),
  )
  if (local === null) throw new RangeError(`${quoted(text)} is not a date and time ${namesOf(formats)}`)
  return parseInstant(local.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' }))
}

const REJECT = { overflow: 'reject' } as const

function existing<Value>(text: string, read: () => Value): Value {
  try {
    return read()
  } catch (cause) {
    throw new RangeError(`${quoted(text)} is not a date and time that there is`, { cause })
  }
}

const isIso = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text)
const namesOf = (formats: readonly string[]) => ['YYYY-MM-DD HH:mm:ss', ...formats].join(', or ')

function asNamed(text: string, formats: readonly string[]): Temporal.PlainDateTime | null {
  for (const format of formats) {
    const epoch = SERIAL_EPOCHS[format]
    const read = epoch === undefined ? asWritten(text, format) : asSerial(text, epoch)
    if (read !== null) return read
  }
  return null
}

function asWritten(text: string, format: string): Temporal.PlainDateTime | null {
  const match = patternOf(format).exec(text)
  if (!match?.groups) return null
  const part = (name: string) => Number(match.groups?.[name] ?? 0)
  const fields = { year: part('year'), month: part('month'), day: part('day') }
  const time = { hour: part('hour'), minute: part('minute'), second: part('second') }
  return Temporal.PlainDateTime.from({ ...fields, ...time }, REJECT)
}

function patternOf(format: string): RegExp {
  let pattern = ''
  let end = 0
  for (const match of format.matchAll(PART)) {
    // The expression matches the table's keys and nothing else.
    const [name, digits] = PARTS[match[0] as keyof typeof PARTS]
    pattern += `${RegExp.escape(format.slice(end, match.index))}(?<${name}>${digits})`
    end = match.index + match[0].length
  }
  return new RegExp(`^${pattern}${RegExp.escape(format.slice(end))}$`)
}

/** Fractions of a day are kept as binary fractions: the nearest second is what was meant. */
function asSerial(text: string, epoch: string): Temporal.PlainDateTime | null {
  if (!/^\d{1,6}([.,]\d+)?$/.test(text)) return null
  const days = Number(text.replace(',', '.'))
  if (days < FIRST_SERIAL) return null
  return Temporal.PlainDateTime.from(epoch).add({ seconds: Math.round(days * SECONDS_PER_DAY) })
}
