import { describe, expect, it } from '@jest/globals'
import { backOffMs } from './managed-process.ts'

describe('the pause before a process is started again', () => {
  it('doubles with each death in a row', () => {
    expect([1, 2, 3, 4].map(backOffMs)).toEqual([500, 1000, 2000, 4000])
  })

  it('never exceeds half a minute', () => {
    expect(backOffMs(7)).toBe(30_000)
    expect(backOffMs(2000)).toBe(30_000)
  })
})
