import { describe, expect, it } from '@jest/globals'
import { shanghai } from '../calendar/fixtures.ts'
import type { DeadlineRow } from '../policy/deadline-row.ts'
import { diffPolicies, type PolicyBook, parsePolicies } from '../policy/index.ts'
import { isPausedByApproval } from '../policy/pauses.ts'
import { bookOf, china, shipped, timerOf, VERSION } from './deadline-fixture.ts'
import { announcementsDue, evaluateTimer, explainTimer, pauseGate, reckoningOf } from './index.ts'

/* Which fields of a deadline's row are for reading, and that every other one decides something. */

/** The shipped policy with other words for what begins and ends each limit. */
const otherWords = parsePolicies(
  shipped.map((file) => ({ ...file, text: file.text.replaceAll(/^( {6}(?:start|stop): ).*$/gm, '$1something else') })),
)
const keys = china.deadlines(VERSION).map(({ key }) => key)

const startedAt = shanghai('2026-03-04 10:00')
const stoppedAt = shanghai('2026-03-04 15:00')
const nows = ['2026-03-04 12:00', '2026-03-05 09:50', '2026-03-06 12:00', '2030-01-01 00:00'].map(shanghai)
const waits = {
  reason: 'WAITING_FOR_CUSTOMER',
  from: shanghai('2026-03-04 11:00'),
  until: shanghai('2026-03-04 14:00'),
}

/** All that a book says of a limit: running, met, with a wait, and opened again. */
function computed(book: PolicyBook, key: string) {
  const isFixed = ['fixed', 'count'].includes(china.deadline(key, VERSION).clock)
  const begun = timerOf(key, startedAt, isFixed ? { dueAt: shanghai('2026-03-05 10:00') } : {})
  const timers = [
    begun,
    { ...begun, stoppedAt },
    { ...begun, pauses: [waits] },
    { ...begun, reopenings: [{ stoppedAt, reopenedAt: shanghai('2026-03-05 09:00') }] },
  ]
  const policy = book.deadlines(VERSION).find((one) => one.key === key)
  if (policy === undefined) throw new Error(`no policy has '${key}'`)
  return {
    states: timers.flatMap((timer) => nows.map((now) => evaluateTimer(book, timer, now))),
    announced: timers.flatMap((timer) => nows.map((now) => announcementsDue(book, timer, now))),
    explained: timers.map((timer) => explainTimer(book, timer, shanghai('2026-03-06 12:00'))),
    due: timers.map((timer) => reckoningOf(book).dueAtOf(timer)),
    refused: pauseGate(policy, 'WAITING_FOR_SUPPLIER'),
    mayBeApproved: isPausedByApproval(policy),
  }
}

describe('what a row describes', () => {
  it('is something else in the other words', () => {
    const changes = diffPolicies({ book: china, version: VERSION }, { book: otherWords, version: VERSION })
    expect(changes.map(({ key, aspect }) => `${key} ${aspect}`)).toEqual(
      keys.flatMap((key) => [`${key} start`, `${key} stop`]),
    )
  })

  it.each(keys)('decides nothing: %s', (key) => {
    expect(computed(otherWords, key)).toEqual(computed(china, key))
  })
})

type Computing = Exclude<keyof DeadlineRow, 'key' | 'rule' | 'describes'>

/** One other value of each field, for the one limit that a policy may let wait. */
const otherValues: { readonly [Field in Computing]: DeadlineRow[Field] } = {
  term: { clock: 'elapsed', millis: 3_600_000 },
  basis: 'PROPOSED',
  isStatutory: true,
  bound: 'notBefore',
  warnAtPercent: 10,
  escalateTo: 'LEADERSHIP',
  informs: ['LEGAL'],
  pauses: ['WAITING_FOR_CUSTOMER'],
  reopening: 'RESTARTS',
}

describe('every other field of a row', () => {
  it.each(Object.entries(otherValues))('decides something: %s', (field, value) => {
    const changed = bookOf((policy) => (policy.key === 'complaint.handle' ? { [field]: value } : {}))
    expect(computed(changed, 'complaint.handle')).not.toEqual(computed(china, 'complaint.handle'))
  })
})
