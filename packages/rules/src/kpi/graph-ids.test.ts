import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { instantFromMillis } from '../primitives/instant.ts'
import { parseLocalDate, parseTimeZone } from '../primitives/local-date.ts'
import { decodeDeadlineBoardId, encodeDeadlineBoardId } from './deadline-board-id.ts'
import { decodeScorecardId, encodeScorecardId } from './scorecard-id.ts'

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instantFromMillis)
const day = instant.map((at) => parseLocalDate(at.slice(0, 10)))
const text = fc.string({ minLength: 1, unit: 'grapheme' })
const waitedFor = fc.oneof(fc.constant({}), fc.record({ includes: instant }))

describe('the id of a scorecard', () => {
  it('holds the whole question', () => {
    const zone = fc.constantFrom(null, parseTimeZone('Asia/Shanghai'), parseTimeZone('America/Sao_Paulo'))
    fc.assert(
      fc.property(fc.record({ from: day, to: day, asOf: instant, scope: text, zone }), waitedFor, (asked, waited) => {
        const question = { ...asked, ...waited }
        expect(decodeScorecardId(encodeScorecardId(question))).toEqual(question)
      }),
    )
  })

  it.each([
    '',
    'company',
    '2026-01-01|2026-02-01|yesterday|company|',
    '2026-01-01|2026-02-30|2026-03-01T00:00:00.000Z|a|',
    '2026-01-01|2026-02-01|2026-03-01T00:00:00.000Z||',
    '2026-01-01|2026-02-01|2026-03-01T00:00:00.000Z|company',
    '2026-01-01|2026-02-01|2026-03-01T00:00:00.000Z|company||',
    '2026-01-01|2026-02-01|2026-03-01T00:00:00.000Z|company||later',
    '2026-01-01|2026-02-01|2026-03-01T00:00:00.000Z|company||2026-03-01T00:00:00.000Z|',
    '%|%|%|%|%',
  ])('is not %j', (id) => {
    expect(() => decodeScorecardId(id)).toThrow(
      expect.objectContaining({ code: 'KPI_INVALID', message: `'${id}' is not the id of a scorecard` }),
    )
  })

  it('is named in the error by its beginning, however long it is, with what could not be read', () => {
    const long = `2026-01-01|2026-02-30|2026-03-01T00:00:00.000Z|${'x'.repeat(200)}|`
    expect(() => decodeScorecardId(long)).toThrow(
      expect.objectContaining({
        message: `'${long.slice(0, 200)}' is not the id of a scorecard`,
        cause: expect.objectContaining({ message: expect.stringContaining('2026-02-30') }),
      }),
    )
  })
})

describe('the id of a deadline board', () => {
  it('holds the whole filter', () => {
    const statuses = fc.option(fc.subarray(['OVERDUE', 'WARNED', 'RUNNING'] as const), { nil: null })
    // A key is never the sign for an empty list; keys are names of the policy.
    const keys = fc.option(fc.array(text.filter((key) => key !== '-')), { nil: null })
    const some = fc.option(text, { nil: null })
    const dueBefore = fc.option(instant, { nil: null })
    fc.assert(
      fc.property(
        fc.record({ statuses, keys, stream: some, escalateTo: some, dueBefore }),
        waitedFor,
        (asked, waited) => {
          const question = { ...asked, ...waited }
          expect(decodeDeadlineBoardId(encodeDeadlineBoardId(question))).toEqual(question)
        },
      ),
    )
  })

  it.each(['', 'LATE||||', '||||tomorrow', '%||||', '|||||', '||||||', '|||||later'])('is not %j', (id) => {
    expect(() => decodeDeadlineBoardId(id)).toThrow(
      expect.objectContaining({ code: 'DEADLINE_INVALID', message: `'${id}' is not the id of a deadline board` }),
    )
  })
})
