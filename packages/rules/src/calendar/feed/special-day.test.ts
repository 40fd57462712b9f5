import { describe, expect, it } from '@jest/globals'
import { entriesIn, feed, read, remarksIn, wholeDay } from './feed-fixture.ts'

const special = (value: string) => `X-APPLE-SPECIAL-DAY:${value}`
const readDay = (summary: string, ...more: readonly string[]) => {
  const draft = read(feed(wholeDay('2026-10-10', summary, ...more)))
  return [...entriesIn(draft), ...remarksIn(draft).map(([code]) => code)]
}

describe('a day that X-APPLE-SPECIAL-DAY speaks of (C3)', () => {
  it.each([
    ['国庆节', [special('ALTERNATE-WORKDAY')], ['2026-10-10 WORKING 国庆节']],
    ['国庆节', ['X-Apple-Special-Day: alternate-workday'], ['2026-10-10 WORKING 国庆节']],
    ['国庆节 补班', [special('ALTERNATE-WORKDAY')], ['2026-10-10 WORKING 国庆节 补班']],
    ['国庆节 调休', [special('ALTERNATE-WORKDAY')], ['2026-10-10 WORKING 国庆节 调休']],
    ['国庆节', [special('WORK-HOLIDAY')], ['2026-10-10 HOLIDAY 国庆节']],
    ['国庆节 调休', [special('WORK-HOLIDAY')], ['2026-10-10 HOLIDAY 国庆节 调休']],
  ])('is what it says, also where the text leaves it open: %s %j', (summary, more, expected) => {
    expect(readDay(summary, ...more)).toEqual(expected)
  })

  it.each([
    ['the text says otherwise', '国庆节 休', [special('ALTERNATE-WORKDAY')]],
    ['the text says otherwise', '国庆节 补班', [special('WORK-HOLIDAY')]],
    ['it is said in two ways', '国庆节', [special('ALTERNATE-WORKDAY'), special('WORK-HOLIDAY')]],
    ['its value is not known', '国庆节', [special('HALF-WORKDAY')]],
  ])('is undecided where %s: %s %j', (_, summary, more) => {
    expect(readDay(summary, ...more)).toEqual(['MARK_UNCLEAR'])
  })

  it('names what decided it', () => {
    const draft = read(feed(wholeDay('2026-10-10', '国庆节', special('ALTERNATE-WORKDAY'))))
    expect(draft.entries).toMatchObject([{ mark: 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY' }])
  })
})
