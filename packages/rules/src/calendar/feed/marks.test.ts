import { describe, expect, it } from '@jest/globals'
import { date, entriesIn, feed, read, wholeDay } from './feed-fixture.ts'
import { defaultFeedMarks, markedText } from './marks.ts'

describe('the shipped marks', () => {
  it.each([
    ['国庆节 补班', 'WORKING', '补班'],
    ['国庆节补班', 'WORKING', '补班'],
    ['春节(班)', 'WORKING', '班'],
    ['春节（班）', 'WORKING', '班'],
    ['班', 'WORKING', '班'],
    ['春节调休上班', 'WORKING', '调休上班'],
    ['春节调休，上班', 'UNCLEAR', '上班, 调休'],
    ['国庆节调休放假', 'HOLIDAY', '调休放假'],
    ['Spring Festival (Work)', 'WORKING', '(work)'],
    ['Spring Festival （ＷＯＲＫ）', 'WORKING', '(work)'],
    ['Special Working Day', 'WORKING', 'working day'],
    ['Make-up workday', 'WORKING', 'make-up workday'],
    ['春节 休', 'HOLIDAY', '休'],
    ['放假', 'HOLIDAY', '放假'],
    ['非工作日', 'HOLIDAY', '非工作日'],
    ['Non-working day', 'HOLIDAY', 'non-working day'],
    ['元旦', 'HOLIDAY', null],
    ["International Workers' Day", 'HOLIDAY', null],
    ['Labour Day', 'HOLIDAY', null],
    ['中秋節 補班', 'WORKING', '補班'],
    ['春節補行上班日', 'WORKING', '上班'],
    ['春節調休上班', 'WORKING', '調休上班'],
    ['Dragon Boat Festival Makeup Work Day', 'WORKING', 'makeup work day'],
    ['Make up working day', 'WORKING', 'make up working day'],
    ['Compensatory workday', 'WORKING', 'compensatory workday'],
    ['Adjusted Work Day', 'WORKING', 'adjusted work day'],
    ['Non working day', 'HOLIDAY', 'non working day'],
    ['Nonworking day', 'HOLIDAY', 'nonworking day'],
    ['No work', 'HOLIDAY', 'no work'],
    ['颱風 停班停課', 'HOLIDAY', '停班'],
    ['補假', 'HOLIDAY', '補假'],
    ['春节补休', 'HOLIDAY', '补休'],
    ['不上班', 'HOLIDAY', '不上班'],
    ['Working from home', 'UNCLEAR', 'working'],
    ['National Day make-up', 'UNCLEAR', 'make-up'],
    ['On duty', 'UNCLEAR', 'duty'],
    ['值班', 'UNCLEAR', '班'],
    ['班会', 'UNCLEAR', '班'],
    ['春节班', 'UNCLEAR', '班'],
    ['班2', 'UNCLEAR', '班'],
    ['2班', 'UNCLEAR', '班'],
    ['调班', 'UNCLEAR', '调班'],
    ['补课', 'UNCLEAR', '补, 课'],
    ['春节调休上班 补课', 'WORKING', '调休上班'],
    ['退休', 'HOLIDAY', null],
    ['春节调休', 'UNCLEAR', '调休'],
    ['放假 补班', 'UNCLEAR', '补班, 放假'],
    ['', 'HOLIDAY', null],
  ])("'%s' is %s", (text, kind, mark) => {
    expect(markedText(text, defaultFeedMarks)).toEqual({ kind, mark })
  })
})

describe('marks of the caller', () => {
  const marks = [
    { text: 'C++ (x.y)', kind: 'WORKING', isWord: false },
    { text: 'Shift', kind: 'WORKING', isWord: true },
    { text: 'Shift off', kind: 'HOLIDAY', isWord: true },
  ] as const

  it('take the place of the shipped ones', () => {
    const text = feed(
      wholeDay('2026-02-14', '补班'),
      wholeDay('2026-02-15', 'SHIFT'),
      wholeDay('2026-02-16', 'Shift off'),
    )
    expect(entriesIn(read(text, { marks }))).toEqual([
      '2026-02-14 HOLIDAY 补班',
      '2026-02-15 WORKING SHIFT',
      '2026-02-16 HOLIDAY Shift off',
    ])
  })

  it('are texts, not patterns', () => {
    expect(markedText('c++ (X.Y)', marks).kind).toBe('WORKING')
    expect(markedText('c++ (x-y)', marks).mark).toBeNull()
    expect(markedText('shifts', marks).mark).toBeNull()
  })

  it('count in the categories too', () => {
    expect(entriesIn(read(feed(wholeDay('2026-02-14', '春节', 'CATEGORIES:x,补班'))))).toEqual([
      '2026-02-14 WORKING 春节',
    ])
  })

  it('do not reach from one text into the next', () => {
    const draft = read(feed(wholeDay('2026-02-14', '上', 'CATEGORIES:班')))
    expect(draft.entries).toMatchObject([{ date: date('2026-02-14'), kind: 'WORKING', mark: '班' }])
  })

  it('are refused without text', () => {
    const blank = [{ text: ' ', kind: 'WORKING', isWord: false }] as const
    expect(() => markedText('a', blank)).toThrow(expect.objectContaining({ code: 'CALENDAR_INVALID' }))
    expect(() => markedText('a', blank)).toThrow("' ' is not a text that marks a day")
  })
})
