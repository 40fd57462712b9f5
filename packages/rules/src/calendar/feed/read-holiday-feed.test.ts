import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { date, entriesIn, feed, oddWeek, read, remarksIn, wholeDay, year2026 } from './feed-fixture.ts'

describe('a feed of whole days', () => {
  it('gives one day for an event without DTEND, and an end that is not part of it', () => {
    const draft = read(
      feed(
        wholeDay('2026-05-01', '劳动节', 'DTEND;VALUE=DATE:20260504'),
        wholeDay('2026-01-01', '元旦'),
        wholeDay('2026-06-19', '端午节', 'DTEND;VALUE=DATE:20260620'),
      ),
    )
    expect(entriesIn(draft)).toEqual([
      '2026-01-01 HOLIDAY 元旦',
      '2026-05-01 HOLIDAY 劳动节',
      '2026-05-02 HOLIDAY 劳动节',
      '2026-05-03 HOLIDAY 劳动节',
      '2026-06-19 HOLIDAY 端午节',
    ])
    expect(draft.remarks).toEqual([])
    expect(draft).toMatchObject({ source: 'test', window: year2026 })
  })

  it('keeps where each day stands in the feed and why it is of its kind', () => {
    // Lines 1 and 2 are of the calendar; the events have 4 and 4 lines.
    const draft = read(feed(wholeDay('2026-02-14', '春节（班）'), wholeDay('2026-01-01', '元旦')))
    expect(draft.entries).toEqual([
      { date: '2026-01-01', kind: 'HOLIDAY', name: { zh: '元旦', en: '元旦' }, mark: null, lines: [7] },
      { date: '2026-02-14', kind: 'WORKING', name: { zh: '春节（班）', en: '春节（班）' }, mark: '班', lines: [3] },
    ])
  })

  it('takes a duration of days or weeks for an end', () => {
    expect(entriesIn(read(feed(wholeDay('2026-12-24', 'a', 'DURATION:P2D'))))).toEqual([
      '2026-12-24 HOLIDAY a',
      '2026-12-25 HOLIDAY a',
    ])
    expect(read(feed(wholeDay('2026-03-02', 'a', 'DURATION:P1W'))).entries).toHaveLength(7)
  })

  it('joins folded lines, with blank or tab, CRLF or LF, and skips empty lines and a byte order mark', () => {
    const text = [
      '\uFEFFBEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VAL',
      ' UE=DATE:2026',
      '\t0214',
      'SUMMARY:Spring Festival\\, make-',
      '  up working ',
      ' day',
      '',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    // One blank is the fold, a second one is text: 'make-' + ' up'.
    const expected = ['2026-02-14 WORKING Spring Festival, make- up working day']
    expect(entriesIn(read(text.join('\r\n')))).toEqual(expected)
    expect(entriesIn(read(text.join('\n')))).toEqual(expected)
  })

  it('reads several calendars, nested components, and names in small letters', () => {
    const alarm = ['BEGIN:VALARM', 'SUMMARY:alarm', 'DTSTART;VALUE=DATE:20260707', 'END:VALARM']
    const one = feed(wholeDay('2026-01-01', 'a', ...alarm))
    const two = 'begin:vcalendar\nbegin:vevent\ndtstart;value=date:20260102\nsummary:b\nend:vevent\nend:vcalendar'
    const draft = read(`${one}${two}`)
    expect(entriesIn(draft)).toEqual(['2026-01-01 HOLIDAY a', '2026-01-02 HOLIDAY b'])
    expect(draft.remarks).toEqual([])
  })

  it('makes one entry of a date on which events agree, with both names', () => {
    const draft = read(
      feed(wholeDay('2026-10-01', '国庆节'), wholeDay('2026-10-01', '中秋节 休'), wholeDay('2026-10-01', '国庆节')),
    )
    expect(draft.entries).toEqual([
      {
        date: '2026-10-01',
        kind: 'HOLIDAY',
        name: { zh: '中秋节 休、国庆节', en: '中秋节 休, 国庆节' },
        mark: '休',
        lines: [3, 7, 11],
      },
    ])
    expect(draft.remarks).toEqual([])
  })

  it('gives the same entries whatever the order of the events', () => {
    const days = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}`)
    const events = fc.array(
      fc.tuple(days, fc.constantFrom('a', 'b', 'c (班)', '补班')).map(([day, summary]) => wholeDay(day, summary)),
      { maxLength: 12 },
    )
    const withoutLines = (list: readonly (readonly string[])[]) =>
      read(feed(...list)).entries.map(({ lines: _, ...entry }) => entry)
    fc.assert(
      fc.property(events, (list) => {
        expect(withoutLines(list.toReversed())).toEqual(withoutLines(list))
      }),
    )
  })
})

describe('the window', () => {
  it('cuts events that reach over its ends, and says so', () => {
    const draft = read(
      feed(
        wholeDay('2025-12-31', 'turn', 'DTEND;VALUE=DATE:20260103'),
        wholeDay('2026-12-31', 'end', 'DTEND;VALUE=DATE:20270102'),
        wholeDay('2027-01-01', 'after'),
        wholeDay('2025-12-31', 'before'),
        wholeDay('2026-01-01', 'whole', 'DTEND;VALUE=DATE:20270101'),
      ),
      { window: { from: date('2026-01-01'), to: date('2026-12-31') } },
    )
    expect(draft.entries.filter(({ name }) => name.zh.includes('turn')).map(({ date: day }) => day)).toEqual([
      '2026-01-01',
      '2026-01-02',
    ])
    expect(draft.entries.filter(({ name }) => name.zh.includes('end')).map(({ date: day }) => day)).toEqual([
      '2026-12-31',
    ])
    expect(draft.entries).toHaveLength(365)
    // Events of 5, 5, 4 and 4 lines, from line 3 on.
    expect(remarksIn(draft)).toEqual([
      ['OUTSIDE_WINDOW', 3],
      ['OUTSIDE_WINDOW', 8],
      ['OUTSIDE_WINDOW', 13],
      ['OUTSIDE_WINDOW', 17],
    ])
  })

  it('may be one day, and is refused when it ends before it begins', () => {
    const text = feed(wholeDay('2026-01-01', 'a', 'DTEND;VALUE=DATE:20260110'))
    const day = date('2026-01-05')
    expect(entriesIn(read(text, { window: { from: day, to: day } }))).toEqual(['2026-01-05 HOLIDAY a'])
    expect(() => read(text, { window: { from: day, to: date('2026-01-04') } })).toThrow(
      'window ends (2026-01-04) before it begins (2026-01-05)',
    )
  })
})

describe('a day on which the feed is unclear', () => {
  it('is no entry when events make it different kinds of day', () => {
    const draft = read(
      feed(wholeDay('2026-02-14', '情人节'), wholeDay('2026-02-14', '春节 班'), wholeDay('2026-02-15', '春节')),
    )
    expect(entriesIn(draft)).toEqual(['2026-02-15 HOLIDAY 春节'])
    expect(remarksIn(draft)).toEqual([['KINDS_DIFFER', 3, '2026-02-14']])
    expect(draft.remarks[0]?.isDecisionNeeded).toBe(true)
  })

  it('is no entry when its marks contradict each other, nor when another event would be clear', () => {
    const draft = read(feed(wholeDay('2026-02-14', '春节(休) 上班'), wholeDay('2026-02-14', '春节 班')))
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([['MARK_UNCLEAR', 3, '2026-02-14']])
  })

  it('is no entry when the event has no text; categories alone are one', () => {
    const bare = ['DTSTART;VALUE=DATE:20260101']
    const draft = read(
      feed(bare, [...bare, 'SUMMARY: ', 'CATEGORIES:'], ['DTSTART;VALUE=DATE:20260102', 'CATEGORIES:Holiday,补班']),
    )
    expect(entriesIn(draft)).toEqual(['2026-01-02 WORKING Holiday, 补班'])
    expect(remarksIn(draft)).toEqual([
      ['TEXT_MISSING', 3, '2026-01-01'],
      ['TEXT_MISSING', 6, '2026-01-01'],
    ])
  })

  it('is no entry when the event ends before its beginning', () => {
    const draft = read(
      feed(wholeDay('2026-01-03', 'b', 'DTEND;VALUE=DATE:20260102'), wholeDay('2026-01-04', 'c', 'DURATION:-P1D')),
    )
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([
      ['LENGTH_UNCLEAR', 3, '2026-01-03'],
      ['LENGTH_UNCLEAR', 8, '2026-01-04'],
    ])
  })

  it('is one day where the event ends on the day of its beginning', () => {
    const draft = read(
      feed(
        wholeDay('2026-01-01', '元旦 假期 第1天', 'DTEND;VALUE=DATE:20260101'),
        wholeDay('2026-01-04', '元旦 补班', 'DURATION:P0D'),
      ),
    )
    expect(entriesIn(draft)).toEqual(['2026-01-01 HOLIDAY 元旦 假期 第1天', '2026-01-04 WORKING 元旦 补班'])
    expect(draft.remarks).toEqual([])
  })

  it('is both the replaced day of a series and the one that replaces it', () => {
    const draft = read(
      feed(
        wholeDay('2020-03-02', 'a', 'UID:1', 'RRULE:FREQ=YEARLY'),
        wholeDay('2026-03-03', 'a', 'UID:1', 'RECURRENCE-ID;VALUE=DATE:20260302'),
        wholeDay('2027-03-03', 'a', 'UID:1', 'RECURRENCE-ID;VALUE=DATE:20270302'),
      ),
    )
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([
      ['OCCURRENCE_REPLACED', 9, '2026-03-02', '2026-03-03'],
      ['OCCURRENCE_REPLACED', 15],
    ])
  })
})

describe('a status', () => {
  it('that cancels an event leaves it out, also for all events of a calendar', () => {
    const event = wholeDay('2026-01-01', 'a', 'STATUS:cancelled')
    expect(remarksIn(read(feed(event)))).toEqual([['CANCELLED', 3, '2026-01-01']])
    expect(read(feed(event)).entries).toEqual([])
    expect(read(feed(event)).remarks[0]?.isDecisionNeeded).toBe(false)
    const withdrawn = read(feed(wholeDay('2026-01-01', 'a')).replace('VERSION:2.0', 'METHOD:CANCEL'))
    expect(withdrawn.entries).toEqual([])
    expect(remarksIn(withdrawn)).toEqual([['CANCELLED', 3, '2026-01-01']])
    const published = read(feed(wholeDay('2026-01-01', 'a')).replace('VERSION:2.0', 'METHOD:PUBLISH'))
    expect(entriesIn(published)).toEqual(['2026-01-01 HOLIDAY a'])
  })

  it('other than confirmed is remarked, and the entry stands', () => {
    const draft = read(
      feed(wholeDay('2026-01-01', 'a', 'STATUS:TENTATIVE'), wholeDay('2026-01-02', 'b', 'STATUS:CONFIRMED')),
    )
    expect(entriesIn(draft)).toEqual(['2026-01-01 HOLIDAY a', '2026-01-02 HOLIDAY b'])
    expect(remarksIn(draft)).toEqual([['NOT_CONFIRMED', 3, '2026-01-01']])
    expect(draft.remarks[0]?.message).toEqual({
      zh: '“a (TENTATIVE)”：事件尚未确认。',
      en: "'a (TENTATIVE)': the event is not confirmed.",
    })
  })
})

describe('an event with clock times', () => {
  const timed = (start: string, end: string, summary = '下午放假') => [
    `DTSTART${start}`,
    `DTEND${end}`,
    `SUMMARY:${summary}`,
  ]

  it.each([
    // Friday 13 February 2026, office hours 09:00-12:00 and 13:30-18:00.
    ['free in the afternoon: the morning stays', ':20260213T120000', ':20260213T180000', '09:00-12:00'],
    [
      'free from 15:00: closed in the middle of an interval',
      ':20260213T150000',
      ':20260213T235900',
      '09:00-12:00 13:30-15:00',
    ],
    ['free over noon: both intervals lose', ':20260213T110000', ':20260213T140000', '09:00-11:00 14:00-18:00'],
    [
      'free in the middle of an interval: it becomes two',
      ':20260213T100000',
      ':20260213T110500',
      '09:00-10:00 11:05-12:00 13:30-18:00',
    ],
    ['free until midnight', ':20260213T133000', ':20260214T000000', '09:00-12:00'],
    ['free while it is closed anyway', ':20260213T120000', ':20260213T133000', '09:00-12:00 13:30-18:00'],
    ['written in UTC: 04:00 is noon in Shanghai', ':20260213T040000Z', ':20260213T100000Z', '09:00-12:00'],
    [
      'written in Berlin: 05:00 is noon in Shanghai',
      ';TZID=Europe/Berlin:20260213T050000',
      ';TZID=Europe/Berlin:20260213T110000',
      '09:00-12:00',
    ],
    [
      'written in the calendar zone',
      ';TZID=Asia/Shanghai:20260213T120000',
      ';TZID=Asia/Shanghai:20260213T180000',
      '09:00-12:00',
    ],
  ])('is proposed as a half day: %s', (_, start, end, open) => {
    const draft = read(feed(timed(start, end)))
    expect(entriesIn(draft)).toEqual([`2026-02-13 HALF_DAY 下午放假 ${open}`])
    expect(remarksIn(draft)).toEqual([['TIMED', 3, '2026-02-13']])
    expect(draft.remarks[0]?.isDecisionNeeded).toBe(true)
  })

  it('that is marked as work gives the open hours of its day', () => {
    const draft = read(feed(timed(':20260214T090000', ':20260214T123000', '补班')))
    expect(entriesIn(draft)).toEqual(['2026-02-14 HALF_DAY 补班 09:00-12:30'])
    const wholeDay24 = read(feed(timed(':20260214T000000', ':20260215T000000', '补班')))
    expect(entriesIn(wholeDay24)).toEqual(['2026-02-14 HALF_DAY 补班 00:00-24:00'])
  })

  it('may have a duration instead of an end', () => {
    const draft = read(feed(['DTSTART:20260213T120000', 'DURATION:PT6H', 'SUMMARY:放假']))
    expect(entriesIn(draft)).toEqual(['2026-02-13 HALF_DAY 放假 09:00-12:00'])
  })

  it.each([
    ['takes every open hour', ':20260213T080000', ':20260213T190000', ['2026-02-13']],
    ['is on a day without open hours', ':20260214T080000', ':20260214T120000', ['2026-02-14']],
    ['lasts over midnight', ':20260213T150000', ':20260214T010000', ['2026-02-13', '2026-02-14']],
    ['ends when it begins', ':20260213T150000', ':20260213T150000', ['2026-02-13']],
    ['ends before it begins', ':20260213T150000', ':20260213T140000', ['2026-02-13']],
    ['begins within a minute', ':20260213T120030', ':20260213T180000', ['2026-02-13']],
    ['ends within a minute', ':20260213T120000', ':20260213T180030', ['2026-02-13']],
    ['names a zone that nobody knows', ';TZID=Office:20260213T120000', ';TZID=Office:20260213T180000', ['2026-02-13']],
  ])('is no entry, but has to be decided, when it %s', (_, start, end, dates) => {
    const draft = read(feed(timed(start, end)))
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([['TIMED', 3, ...dates]])
  })

  it('is no entry without an end', () => {
    const draft = read(feed(['DTSTART:20260213T120000', 'SUMMARY:放假']))
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([['TIMED', 3, '2026-02-13']])
  })

  it('is no entry where the hours of its weekday run past midnight, and uses those of its weekday elsewhere', () => {
    const options = { calendar: oddWeek }
    const saturday = read(feed(timed(':20260214T100000', ':20260214T110000')), options)
    expect(saturday.entries).toEqual([])
    const friday = read(feed(timed(':20260213T100000', ':20260213T180000')), options)
    expect(entriesIn(friday)).toEqual(['2026-02-13 HALF_DAY 下午放假 08:00-10:00'])
  })

  it('belongs to the day that the zone of the calendar shows', () => {
    // 20:00 UTC is 04:00 of the next day in Shanghai.
    const draft = read(feed(timed(':20260212T200000Z', ':20260213T040000Z')))
    expect(entriesIn(draft)).toEqual(['2026-02-13 HALF_DAY 下午放假 13:30-18:00'])
  })

  it('differs from a whole day of the same date', () => {
    const draft = read(feed(timed(':20260213T120000', ':20260213T180000'), wholeDay('2026-02-13', 'a')))
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([
      ['KINDS_DIFFER', 3, '2026-02-13'],
      ['TIMED', 3, '2026-02-13'],
    ])
  })

  it('differs from another one with other hours, and agrees with one of the same', () => {
    const noon = timed(':20260213T120000', ':20260213T180000')
    const earlier = timed(':20260213T110000', ':20260213T180000')
    expect(read(feed(noon, earlier)).entries).toEqual([])
    expect(entriesIn(read(feed(noon, noon)))).toEqual(['2026-02-13 HALF_DAY 下午放假 09:00-12:00'])
  })

  it('outside the window is left out without a decision', () => {
    const draft = read(feed(timed(':20270213T120000', ':20270213T180000')))
    expect(draft.entries).toEqual([])
    expect(remarksIn(draft)).toEqual([['OUTSIDE_WINDOW', 3]])
  })
})

describe('what is not an event', () => {
  it('is remarked, except for time zones', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'TZID:x',
      'END:VTIMEZONE',
      'BEGIN:VTODO',
      'SUMMARY:a',
      'END:VTODO',
      'END:VCALENDAR',
      'BEGIN:VCARD',
      'END:VCARD',
    ].join('\n')
    expect(remarksIn(read(text))).toEqual([
      ['NO_EVENT', null],
      ['COMPONENT_IGNORED', 5],
      ['COMPONENT_IGNORED', 9],
    ])
    expect(read(text).remarks.map(({ message }) => message.en)).toEqual([
      'there is no event.',
      "'VTODO': not an event and left out.",
      "'VCARD': not an event and left out.",
    ])
  })

  it('is told in both languages', () => {
    for (const { message } of read(feed(wholeDay('2027-01-01', ''), ['DTSTART:20260101T000000', 'RRULE:FREQ=DAILY']))
      .remarks) {
      expect(message.zh).toMatch(/\p{Script=Han}/u)
      expect(message.en).toMatch(/[a-z]{2}/)
    }
  })
})
