import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shanghai } from '../calendar/fixtures.ts'
import { deadlineKeys } from '../catalogue/entry.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import { type Instant, instantFromMillis, millisOf, plusMillis } from '../primitives/instant.ts'
import { china, HOUR, shipped, timerOf, VERSION } from './deadline-fixture.ts'
import { compileDeadlines, deadlineStatuses, evaluateTimer, momentPlaces } from './index.ts'

const NONE = Number.POSITIVE_INFINITY
const compiled = compileDeadlines(china, VERSION)

describe('the deadlines of a version as functions of numbers', () => {
  it('are found by key, in the order of the list of deadlines', () => {
    expect(compiled.keys).toEqual(deadlineKeys)
    expect(compiled.version).toBe(VERSION)
    expect(deadlineKeys.map((key) => compiled.at(compiled.indexOf(key)).policy.key)).toEqual(deadlineKeys)
  })

  it('are refused under names, places and versions that do not exist', () => {
    const unknown = expect.objectContaining({ code: 'POLICY_UNKNOWN' })
    expect(() => compiled.indexOf('order.dance')).toThrow("policy version '2026-01-01' has no deadline 'order.dance'")
    expect(() => compiled.indexOf('order.dance')).toThrow(unknown)
    expect(() => compiled.dueMillis(deadlineKeys.length, 0)).toThrow(`has no deadline at ${deadlineKeys.length}`)
    expect(() => compiled.at(-1)).toThrow(unknown)
    expect(() => compileDeadlines(china, '1999-01-01')).toThrow(unknown)
  })

  it('refuse a limit that is fixed by agreement: its timer knows the due instant (DEL-1)', () => {
    expect(() => compiled.dueMillis(compiled.indexOf('order.delivery'), 0)).toThrow(
      expect.objectContaining({ code: 'DEADLINE_INVALID' }),
    )
  })

  it('give due and warning instant and status of a verification (CMP-2)', () => {
    const index = compiled.indexOf('complaint.verify')
    const start = millisOf(shanghai('2026-03-04 10:00'))
    const moments = new Float64Array(2)
    const status = (stop: number, voided: number, now: number) =>
      deadlineStatuses[compiled.evaluate(index, start, stop, voided, now, moments)]
    const due = start + 2 * HOUR
    expect(status(NONE, NONE, start)).toBe('RUNNING')
    expect([moments[momentPlaces.due], moments[momentPlaces.warn]]).toEqual([due, start + 1.5 * HOUR])
    expect(status(NONE, NONE, start - 1)).toBe('NOT_STARTED')
    expect(status(NONE, NONE, start + 1.5 * HOUR)).toBe('WARNED')
    expect(status(NONE, NONE, due + 1)).toBe('OVERDUE')
    expect(status(due, NONE, due)).toBe('MET')
    expect(status(due + 1, NONE, due)).toBe('WARNED')
    expect(status(due + 1, NONE, due + 1)).toBe('MISSED')
    expect(status(NONE, start, start)).toBe('VOID')
  })

  it('give the status of a limit to wait for (TRC-6)', () => {
    const index = compiled.indexOf('retention.record')
    const start = millisOf(shanghai('2026-03-04 00:00'))
    const moments = new Float64Array(2)
    const status = (voided: number, now: Instant) =>
      deadlineStatuses[compiled.evaluate(index, start, NONE, voided, millisOf(now), moments)]
    const end = shanghai('2028-03-04 00:00')
    expect([status(NONE, plusMillis(end, -1)), status(NONE, end), status(start, end)]).toEqual([
      'RUNNING',
      'MET',
      'VOID',
    ])
  })
})

describe('the deadlines of a context', () => {
  it('are those of a company that has none of its own there', () => {
    const inContext = compileDeadlines(china, VERSION, { productClass: 'CLASS_III' })
    expect(inContext.keys).toEqual(compiled.keys)
  })
})

describe('the two ways to evaluate', () => {
  const [first, last] = [shanghai('2024-01-01 00:00'), shanghai('2026-12-01 00:00')].map(millisOf)
  const instant = fc.integer({ min: first ?? 0, max: last ?? 0 })
  const end = fc.option(instant)
  const keys = deadlineKeys.filter((key) => key !== 'order.delivery')

  it('agree: numbers in a loop, and one timer with its texts', () => {
    const moments = new Float64Array(2)
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, end, end, instant, (key, start, stop, voided, now) => {
        const code = compiled.evaluate(compiled.indexOf(key), start, stop ?? NONE, voided ?? NONE, now, moments)
        const textOf = (millis: number | null) => (millis === null ? null : instantFromMillis(millis))
        const timer = timerOf(key, instantFromMillis(start), { stoppedAt: textOf(stop), voidedAt: textOf(voided) })
        const { status, dueAt, warnAt } = evaluateTimer(china, timer, instantFromMillis(now))
        expect([deadlineStatuses[code], ...moments]).toEqual([status, millisOf(dueAt), millisOf(warnAt)])
      }),
      { numRuns: 2000 },
    )
  })

  it('keep versions apart that one book holds (GEN-5)', () => {
    const row = 'deadlines: [{ key: complaint.verify, clock: elapsed, limit: 1 hour }]'
    const later = parsePolicies([...shipped, companyFile('deadlines', '2026-06-01', row)])
    const start = shanghai('2026-07-01 10:00')
    const due = (policyVersion: string) =>
      evaluateTimer(later, timerOf('complaint.verify', start, { policyVersion }), start).dueAt
    expect([VERSION, '2026-06-01', VERSION].map(due)).toEqual([2, 1, 2].map((hours) => plusMillis(start, hours * HOUR)))
  })
})
