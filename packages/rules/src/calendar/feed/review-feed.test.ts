import { describe, expect, it } from '@jest/globals'
import type { CalendarDefinition, CalendarException } from '../definition.ts'
import { hours } from '../fixtures.ts'
import { date, feed, office, read, wholeDay } from './feed-fixture.ts'
import { reviewFeed } from './index.ts'

function free(day: string, name = day): CalendarException {
  return { date: date(day), kind: 'HOLIDAY', name: { zh: name, en: name } }
}

function inForce(...exceptions: readonly CalendarException[]): CalendarDefinition {
  return { ...office, id: 'office', version: '7', exceptions }
}

function differences(current: CalendarDefinition, ...events: readonly (readonly string[])[]) {
  return reviewFeed(current, read(feed(...events))).days.map(({ date: day, difference }) => [day, difference])
}

describe('a draft beside the calendar in force', () => {
  it('shows every day on which somebody has to decide, by date, with both values', () => {
    const current = inForce(free('2026-05-01', '劳动节'), free('2026-10-01', '国庆节'), free('2026-01-01', '元旦'))
    const draft = read(
      feed(
        wholeDay('2026-02-14', '情人节'),
        wholeDay('2026-05-01', '补班'),
        wholeDay('2026-01-01', '元旦'),
        wholeDay('2026-06-19', '放假 上班'),
      ),
    )
    const [newYear, valentine, labour] = draft.entries
    expect(reviewFeed(current, draft)).toEqual({
      source: 'test',
      calendarId: 'office',
      version: '7',
      days: [
        { date: '2026-01-01', difference: 'SAME', inForce: free('2026-01-01', '元旦'), inFeed: newYear },
        // An unofficial day looks like any other in a feed: this is why nothing takes effect by itself.
        { date: '2026-02-14', difference: 'ADDED', inForce: null, inFeed: valentine },
        { date: '2026-05-01', difference: 'CHANGED', inForce: free('2026-05-01', '劳动节'), inFeed: labour },
        { date: '2026-06-19', difference: 'UNDECIDED', inForce: null, inFeed: null },
        { date: '2026-10-01', difference: 'REMOVED', inForce: free('2026-10-01', '国庆节'), inFeed: null },
      ],
    })
  })

  it('tells a new name from a new effect', () => {
    const current = inForce({ ...free('2026-01-01', '元旦'), name: { zh: '元旦', en: "New Year's Day" } })
    expect(differences(current, wholeDay('2026-01-01', '元旦'))).toEqual([['2026-01-01', 'RENAMED']])
    expect(differences(inForce(free('2026-01-01', 'a')), wholeDay('2026-01-01', 'b'))).toEqual([
      ['2026-01-01', 'RENAMED'],
    ])
  })

  it('compares the hours of half days', () => {
    const halfDay = (...texts: string[]): CalendarException => ({
      ...free('2026-02-13', '放假'),
      kind: 'HALF_DAY',
      // The other order of the fields changes nothing.
      intervals: hours(...texts).map(({ from, to }) => ({ to, from })),
    })
    const noon = ['DTSTART:20260213T120000', 'DTEND:20260213T180000', 'SUMMARY:放假']
    expect(differences(inForce(halfDay('09:00-12:00')), noon)).toEqual([['2026-02-13', 'SAME']])
    expect(differences(inForce(halfDay('09:00-12:30')), noon)).toEqual([['2026-02-13', 'CHANGED']])
    expect(differences(inForce(halfDay('08:00-12:00')), noon)).toEqual([['2026-02-13', 'CHANGED']])
  })

  it('leaves out what of the calendar lies outside the window', () => {
    const current = inForce(free('2025-12-31'), free('2026-01-01'), free('2026-12-31'), free('2024-01-01'))
    expect(differences(current)).toEqual([
      ['2026-01-01', 'REMOVED'],
      ['2026-12-31', 'REMOVED'],
    ])
  })

  it('keeps a day that is in force where the feed is unclear, instead of calling it removed', () => {
    const unclear = wholeDay('2026-01-01', '放假 上班')
    expect(reviewFeed(inForce(free('2026-01-01')), read(feed(unclear))).days).toEqual([
      { date: '2026-01-01', difference: 'UNDECIDED', inForce: free('2026-01-01'), inFeed: null },
    ])
  })

  it('asks nothing where a remark needs no decision', () => {
    expect(differences(inForce(), wholeDay('2026-01-01', 'a', 'STATUS:CANCELLED'))).toEqual([])
    expect(differences(inForce(free('2026-01-01')), wholeDay('2026-01-01', 'a', 'STATUS:CANCELLED'))).toEqual([
      ['2026-01-01', 'REMOVED'],
    ])
  })
})
