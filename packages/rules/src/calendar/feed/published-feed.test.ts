import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { chineseOffice } from '../fixtures.ts'
import { date } from './feed-fixture.ts'
import { readHolidayFeed, reviewFeed } from './index.ts'

/* Feeds as others publish them, read from the package that the shipped holidays are compared with. */

const folder = dirname(createRequire(import.meta.url).resolve('chinese-days'))
const window = { from: date('2024-01-01'), to: date('2026-12-31') }

describe.each(['holidays.ics', 'holidays.en.ics'])('the published feed %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const draft = readHolidayFeed(text, { source: name, window, calendar: chineseOffice })
  const reviewed = reviewFeed(chineseOffice, draft).days

  it('is read without a remark, make-up days by their mark', () => {
    expect(draft.remarks).toEqual([])
    // Free days and make-up days of 2024 to 2026 by the notices.
    const inForce = chineseOffice.exceptions.filter(({ date: day }) => day >= window.from)
    expect(draft.entries).toHaveLength(inForce.length)
    expect(draft.entries.filter(({ kind }) => kind === 'WORKING').every(({ mark }) => mark !== null)).toBe(true)
  })

  it('has the effect of the shipped calendar on each day: only names differ', () => {
    expect(reviewed.filter(({ difference }) => difference !== 'RENAMED')).toEqual([])
  })
})
