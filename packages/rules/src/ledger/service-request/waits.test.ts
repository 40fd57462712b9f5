import { describe, expect, it } from '@jest/globals'
import { millisOf } from '../../primitives/instant.ts'
import { hour } from '../fixtures.ts'
import { type RequestWait, waitedMillis, withWait } from './waits.ts'

const HOUR = 3_600_000
const wait = (from: number | null, until: number | null, waitId = 'w'): RequestWait => ({
  waitId,
  from: from === null ? null : hour(from),
  until: until === null ? null : hour(until),
})
const elapsed = (from: string, to: string) => Date.parse(to) - Date.parse(from)

describe('waiting between hours 10 and 20 (KPI-22, C40)', () => {
  it.each([
    ['is nothing without waits', [], 0],
    ['is the length of a wait', [wait(12, 15)], 3],
    ['is counted from the beginning', [wait(8, 12)], 2],
    ['is counted to the end', [wait(18, 25)], 2],
    ['goes on to the end', [wait(18, null)], 2],
    ['is nothing before the beginning', [wait(5, 10)], 0],
    ['is nothing after the end', [wait(20, 25)], 0],
    ['is the sum of separate waits', [wait(12, 13), wait(15, 17)], 3],
    ['counts time once in which it waited for two things', [wait(12, 15), wait(14, 17)], 5],
    ['counts a wait within another one once', [wait(12, 18), wait(13, 14)], 6],
    ['counts waits that follow each other', [wait(12, 13), wait(13, 14)], 2],
    ['goes by time, not by telling', [wait(14, 17), wait(12, 15)], 5],
    ['leaves out a wait whose begin is unknown', [wait(null, 15)], 0],
    ['leaves out a wait that ends before it begins', [wait(15, 12)], 0],
  ])('%s', (_, waits, hours) => {
    expect(waitedMillis(waits, hour(10), hour(20), elapsed)).toBe(hours * HOUR)
  })

  it('is measured by what is handed over, in stretches that do not overlap', () => {
    const asked: number[][] = []
    const tenth = (from: string, to: string) => {
      asked.push([from, to].map((at) => (Date.parse(at) - millisOf(hour(0))) / HOUR))
      return elapsed(from, to) / 10
    }
    expect(waitedMillis([wait(12, 15), wait(14, 17)], hour(10), hour(20), tenth)).toBe(0.5 * HOUR)
    expect(asked).toEqual([
      [12, 15],
      [15, 17],
    ])
  })
})

describe('a wait', () => {
  const begin = (at: number) => ({ from: hour(at), until: null })
  const end = (at: number) => ({ from: null, until: hour(at) })

  it('is put together from its begin and its end, in either order', () => {
    expect(withWait(withWait([], 'w', begin(1)), 'w', end(2))).toEqual([wait(1, 2)])
    expect(withWait(withWait([], 'w', end(2)), 'w', begin(1))).toEqual([wait(1, 2)])
  })

  it('keeps the earliest of what is told twice', () => {
    expect(withWait([wait(3, 5)], 'w', begin(2))).toEqual([wait(2, 5)])
    expect(withWait([wait(3, 5)], 'w', begin(4))).toEqual([wait(3, 5)])
    expect(withWait([wait(3, 5)], 'w', end(4))).toEqual([wait(3, 4)])
  })

  it('leaves other waits alone', () => {
    expect(withWait([wait(3, 5, 'v')], 'w', begin(4))).toEqual([wait(3, 5, 'v'), wait(4, null)])
    expect(withWait([wait(3, 5, 'v'), wait(4, null)], 'w', end(9))).toEqual([wait(3, 5, 'v'), wait(4, 9)])
  })
})
