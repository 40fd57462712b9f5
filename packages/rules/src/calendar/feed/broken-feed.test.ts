import { describe, expect, it } from '@jest/globals'
import { feed, read, wholeDay } from './feed-fixture.ts'

const day = 'DTSTART;VALUE=DATE:20260101'

describe('a broken feed', () => {
  it.each([
    ['no calendar', '', 'line 1: there is no VCALENDAR'],
    ['a page instead of a calendar', '<html></html>', "line 1: '<html></html>' is no property"],
    ['an event outside a calendar', 'BEGIN:VEVENT\nEND:VEVENT', 'line 1: there is no VCALENDAR'],
    ['a property outside a component', `VERSION:2.0\n${feed()}`, "line 1: 'VERSION' stands outside a component"],
    ['a continuation at the very beginning', ` x\n${feed()}`, "line 1: ' x' is no property"],
    ['a line without colon', feed([day, 'SUMMARY']), "line 5: 'SUMMARY' is no property"],
    ['a line with parameters only', feed([day, 'SUMMARY;LANGUAGE=zh']), "line 5: 'SUMMARY;LANGUAGE=zh' is no property"],
    ['an event that is not closed', 'BEGIN:VCALENDAR\nBEGIN:VEVENT', 'line 2: BEGIN:VEVENT is never closed'],
    [
      'a wrong end',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VALARM\nEND:VCALENDAR',
      'line 3: END:VALARM closes BEGIN:VEVENT of line 2',
    ],
    ['an end too many', `${feed()}END:VCALENDAR`, 'line 4: END:VCALENDAR closes nothing'],
    ['bytes that are no UTF-8', feed([day, 'SUMMARY:\uFFFD\uFFFD']), 'line 5: a character is not UTF-8'],
    ['an event without DTSTART', feed(['SUMMARY:a']), 'line 3: the event has no DTSTART'],
    ['two beginnings', feed([day, day]), 'line 5: DTSTART comes twice'],
    ['a day that does not exist', feed(['DTSTART;VALUE=DATE:20260229']), 'line 4: '],
    ['a day with seven digits', feed(['DTSTART;VALUE=DATE:2026011']), 'neither days nor clock times'],
    ['a day with a clock time', feed(['DTSTART;VALUE=DATE:20260101T120000']), 'neither days nor clock times'],
    ['a clock time that does not exist', feed(['DTSTART:20260101T240000']), 'neither days nor clock times'],
    ['a minute that does not exist', feed(['DTSTART:20260101T106000']), 'neither days nor clock times'],
    ['a day of no clock', feed(['DTSTART:20260229T100000']), "'2026-02-29' is not an existing day"],
    ['a text for a time', feed(['DTSTART;VALUE=TEXT:20260101']), 'neither days nor clock times'],
    ['several beginnings in one', feed(['DTSTART;VALUE=DATE:20260101,20260102']), 'line 4: '],
    ['a day with a clock time as end', feed([day, 'DTEND:20260101T120000']), 'line 5: '],
    ['a clock time with a day as end', feed(['DTSTART:20260101T120000', 'DTEND;VALUE=DATE:20260102']), 'line 5: '],
    ['a whole day of hours', feed([day, 'DURATION:PT6H']), 'a whole day lasts whole days'],
    ['no duration', feed([day, 'DURATION:3DAYS']), "line 5: 'DURATION:3DAYS' cannot be read"],
    ['a duration of another type', feed([day, 'DURATION;VALUE=TEXT:P1D']), 'no duration'],
    ['a frequency that does not exist', feed([day, 'RRULE:FREQ=NEVER']), "line 5: 'RRULE:FREQ=NEVER' cannot be read"],
    ['an end of a recurrence that does not exist', feed([day, 'RRULE:FREQ=YEARLY;UNTIL=20261301']), 'line 5: '],
    ['an exception that does not exist', feed([day, 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20260230']), 'line 6: '],
    ['a quote that is not closed', feed([day, 'SUMMARY;ALTREP="x:y']), 'line 5: '],
    ['a method twice', feed().replace('VERSION:2.0', 'METHOD:ADD\nMETHOD:CANCEL'), 'line 3: METHOD comes twice'],
  ])('is refused with its line: %s', (_, text, reason) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }))
    expect(() => read(text)).toThrow(reason)
  })

  it('is refused with its source and every line at once, in their order', () => {
    const text = feed([...wholeDay('2026-13-01', 'a'), 'broken'], ['SUMMARY:b', 'STATUS:X', 'STATUS:Y'])
    expect(() => read(text, { source: 'holidays.example' })).toThrow(
      new RegExp(
        [
          "^feed 'holidays.example': line 4: 'DTSTART;VALUE=DATE:20261301' cannot be read: '2026-13-01' is not an existing day YYYY-MM-DD",
          "line 6: 'broken' is no property",
          'line 8: the event has no DTSTART',
          'line 11: STATUS comes twice$',
        ].join('; '),
      ),
    )
  })

  it('counts the lines of the file, not the unfolded ones', () => {
    expect(() => read(feed([day, 'SUMMARY:a', ' b', ' c', 'broken']))).toThrow("line 8: 'broken' is no property")
  })
})
