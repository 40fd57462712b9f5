import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { competenceGate } from '../../gates/service/competence.ts'
import type { Training } from '../../gates/service/competence-input.ts'
import { type Instant, parseInstant, plusMillis } from '../../primitives/instant.ts'
import { type LocalDate, localDateOf, parseLocalDate, parseTimeZone, startOfDay } from '../../primitives/local-date.ts'
import type { RequiredTopic } from './facts.ts'
import { coverageAt, type TrainingResult } from './training-validity.ts'

const zone = parseTimeZone('Asia/Shanghai')
const at = (text: string): Instant => parseInstant(`${text}:00+08:00`)
const beginOf = (day: string) => startOfDay(parseLocalDate(day), zone)
const topic = (intervalMonths: number | null): RequiredTopic => ({ topic: 'a', intervalMonths })
const result = (text: string, given: Partial<TrainingResult> = {}): TrainingResult => ({
  topic: 'a',
  at: at(text),
  zone,
  hasPassed: true,
  validUntil: null,
  ...given,
})

describe('a passed training', () => {
  it.each([
    ['its interval', 6, null, '2026-09-03'],
    ['its own end, when that is earlier', 6, '2026-05-31', '2026-06-01'],
    ['its interval, when its own end is later', 6, '2026-12-31', '2026-09-03'],
    ['either, when they are one day', 6, '2026-09-02', '2026-09-03'],
    ['its own end, where there is no interval', null, '2030-12-31', '2031-01-01'],
  ])('counts through the last day of %s (TRN-1, TRN-2, C24)', (_, months, until, end) => {
    const validUntil = until === null ? null : parseLocalDate(until)
    const results = [result('2026-03-02T10:00', { validUntil })]
    const endsAt = beginOf(end)
    expect(coverageAt(topic(months), results, at('2026-03-02T10:00'))).toEqual({ endsAt })
    expect(coverageAt(topic(months), results, plusMillis(endsAt, -1))).toEqual({ endsAt })
    expect(coverageAt(topic(months), results, endsAt)).toBeNull()
  })

  it('counts without end where neither is set (TRN-1)', () => {
    expect(coverageAt(topic(null), [result('2026-03-02T10:00')], at('2099-01-01T00:00'))).toEqual({ endsAt: null })
  })

  it('ends with a shorter month on its last day (TRN-1, C24)', () => {
    const results = [result('2026-08-31T10:00')]
    expect(coverageAt(topic(6), results, at('2026-09-01T00:00'))).toEqual({ endsAt: beginOf('2027-03-01') })
  })

  it('counts from the moment of its test, in its own topic (TRN-1)', () => {
    const results = [result('2026-03-02T10:00')]
    expect(coverageAt(topic(6), results, plusMillis(at('2026-03-02T10:00'), -1))).toBeNull()
    expect(coverageAt({ topic: 'b', intervalMonths: 6 }, results, at('2026-03-02T10:00'))).toBeNull()
  })
})

describe('several trainings in a topic', () => {
  it('of one instant in two zones are decided by the later day, whichever is told first (TRN-3)', () => {
    // 10:00 on 2 March in Shanghai is 23:00 on 1 March in São Paulo.
    const earlierDay = result('2026-03-02T10:00', { zone: parseTimeZone('America/Sao_Paulo') })
    const laterDay = result('2026-03-02T10:00', { hasPassed: false })
    const passedLater = [
      { ...earlierDay, hasPassed: false },
      { ...laterDay, hasPassed: true },
    ]
    for (const inOrder of [
      [0, 1],
      [1, 0],
    ] as const) {
      const told = (results: readonly TrainingResult[]) => inOrder.flatMap((index) => results[index] ?? [])
      expect(coverageAt(topic(null), told([earlierDay, laterDay]), at('2026-03-02T10:00'))).toBeNull()
      expect(coverageAt(topic(null), told(passedLater), at('2026-03-02T10:00'))).toEqual({ endsAt: null })
    }
  })

  it('are decided by the last day: a failed repetition undoes a pass (TRN-3)', () => {
    const results = [result('2026-03-02T10:00'), result('2026-03-03T10:00', { hasPassed: false })]
    expect(coverageAt(topic(6), results, at('2026-03-03T09:59'))).toEqual({ endsAt: beginOf('2026-09-03') })
    expect(coverageAt(topic(6), results, at('2026-03-03T10:00'))).toBeNull()
  })

  it('may be a failed test and its repetition on the same day, in this order or the other (TRN-3)', () => {
    const failedFirst = [result('2026-03-02T10:00', { hasPassed: false }), result('2026-03-02T15:00')]
    expect(coverageAt(topic(6), failedFirst, at('2026-03-02T14:59'))).toBeNull()
    expect(coverageAt(topic(6), failedFirst, at('2026-03-02T15:00'))).toEqual({ endsAt: beginOf('2026-09-03') })
    const failedLast = [result('2026-03-02T10:00'), result('2026-03-02T15:00', { hasPassed: false })]
    expect(coverageAt(topic(6), failedLast, at('2026-03-02T15:00'))).toEqual({ endsAt: beginOf('2026-09-03') })
  })

  it('divide days at midnight of the zone (TRN-3)', () => {
    const results = [result('2026-03-02T23:59'), result('2026-03-03T00:00', { hasPassed: false })]
    expect(coverageAt(topic(6), results, at('2026-03-03T00:00'))).toBeNull()
  })

  it.each([
    [['2026-03-10', '2026-03-20'], '2026-03-21'],
    [['2026-03-20', '2026-03-10'], '2026-03-21'],
    [['2026-03-20', null], null],
    [[null, '2026-03-20'], null],
  ])('of one day with the ends %j count until the later one, %s (TRN-3)', (ends, end) => {
    const results = ends.map((until, index) =>
      result(`2026-03-02T1${index}:00`, { validUntil: until === null ? null : parseLocalDate(until) }),
    )
    const endsAt = end === null ? null : beginOf(end)
    for (const told of [results, results.toReversed()]) {
      expect(coverageAt(topic(null), told, at('2026-03-02T12:00'))).toEqual({ endsAt })
    }
  })
})

describe('any trainings', () => {
  const moments = fc
    .integer({ min: 0, max: 24 * 60 })
    .map((hours) => plusMillis(at('2026-01-01T00:00'), hours * 3_600_000))
  const dates = fc
    .integer({ min: 1, max: 28 })
    .map((day): LocalDate => parseLocalDate(`2026-02-${String(day).padStart(2, '0')}`))
  const results = fc.array(
    fc.record({
      topic: fc.constantFrom('a', 'b'),
      at: moments,
      zone: fc.constant(zone),
      hasPassed: fc.boolean(),
      validUntil: fc.option(dates),
    }),
    { maxLength: 6 },
  )

  it('cover a topic at the end of a day just as the gate finds somebody competent on it (TRN-3, TRN-6)', () => {
    fc.assert(
      fc.property(results, dates, fc.option(fc.constantFrom(1, 2)), (told, on, intervalMonths) => {
        const endOfOn = plusMillis(startOfDay(on, zone), 24 * 3_600_000 - 1)
        const requirement = { ...topic(intervalMonths), name: { zh: '题', en: 'a' }, roles: [], productClasses: [] }
        const trainings = told.map(
          (one): Training => ({
            topic: one.topic,
            product: null,
            heldOn: localDateOf(one.at, zone),
            // A failed test has no end of its own.
            validUntil: one.validUntil,
            hasPassed: one.hasPassed,
          }),
        )
        const violations = competenceGate({
          at: endOfOn,
          zone,
          role: 'SALESPERSON',
          productClass: 'UNREGULATED',
          product: null,
          requirements: [requirement],
          deviceTopicMonths: 6,
          trainings,
        })
        expect(coverageAt(topic(intervalMonths), told, endOfOn) === null).toBe(violations.length > 0)
      }),
      { numRuns: 300 },
    )
  })
})
