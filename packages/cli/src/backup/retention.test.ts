import { describe, expect, it } from '@jest/globals'
import { expired, type KeptBackup, type Retention } from './retention.ts'

const of = (day: string, name = '00000000') => `${day}T020000Z-${name}`
const january = [of('20260130'), of('20260131')]
const february = [of('20260201'), of('20260202', '00000001'), of('20260202', '00000002'), of('20260203')]
const all = [...january, ...february]

const unchecked = (ids: readonly string[]) => ids.map((id) => ({ id, isChecked: false }))
const gone = (ids: readonly string[], retention: Retention) => expired(unchecked(ids), retention)

describe('backups on a volume', () => {
  it('stay for as many days as are asked for, the last one of each (OPS-1)', () => {
    expect(gone(all, { days: 2, months: 0 })).toEqual([...january, of('20260201'), of('20260202', '00000001')])
  })

  it('stay for as many months as are asked for, the last one of each (OPS-1)', () => {
    expect(gone(all, { days: 1, months: 2 })).toEqual([of('20260130'), ...february.slice(0, 3)])
  })

  it('stay where they are the newest, whatever is asked for (OPS-1)', () => {
    expect(gone([of('20260130')], { days: 0, months: 0 })).toEqual([])
    expect(gone([], { days: 0, months: 0 })).toEqual([])
  })

  it('count by days that have one: a pause removes nothing (OPS-1)', () => {
    expect(gone([of('20250101'), of('20260203')], { days: 2, months: 0 })).toEqual([])
  })
})

describe('backups of which some were restored and found to be good', () => {
  const one = (name: string, isChecked: boolean): KeptBackup => ({ id: of('20260203', name), isChecked })
  const onlyOneDay = { days: 1, months: 0 }

  it('stay until a newer one was found to be good, too (OPS-1)', () => {
    const [good, bad, newest] = [one('00000001', true), one('00000002', false), one('00000003', false)]
    expect(expired([good, bad, newest], onlyOneDay)).toEqual([bad.id])
    expect(expired([good, bad, { ...newest, isChecked: true }], onlyOneDay)).toEqual([good.id, bad.id])
  })

  it('stay on later days, too, while no newer one was found to be good (OPS-1)', () => {
    const good = { id: of('20260101'), isChecked: true }
    expect(expired([good, ...unchecked(all)], onlyOneDay)).toEqual(all.slice(0, -1))
  })
})
