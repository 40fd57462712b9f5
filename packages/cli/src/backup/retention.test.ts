import { describe, expect, it } from '@jest/globals'
import { expired } from './retention.ts'

const of = (day: string, name = '00000000') => `${day}T020000Z-${name}`
const january = [of('20260130'), of('20260131')]
const february = [of('20260201'), of('20260202', '00000001'), of('20260202', '00000002'), of('20260203')]
const all = [...january, ...february]

describe('backups on a volume', () => {
  it('stay for as many days as are asked for, the last one of each (OPS-1)', () => {
    expect(expired(all, { days: 2, months: 0 })).toEqual([...january, of('20260201'), of('20260202', '00000001')])
  })

  it('stay for as many months as are asked for, the last one of each (OPS-1)', () => {
    expect(expired(all, { days: 1, months: 2 })).toEqual([of('20260130'), ...february.slice(0, 3)])
  })

  it('stay where they are the newest, whatever is asked for (OPS-1)', () => {
    expect(expired([of('20260130')], { days: 0, months: 0 })).toEqual([])
    expect(expired([], { days: 0, months: 0 })).toEqual([])
  })

  it('count by days that have one: a pause removes nothing (OPS-1)', () => {
    expect(expired([of('20250101'), of('20260203')], { days: 2, months: 0 })).toEqual([])
  })
})
