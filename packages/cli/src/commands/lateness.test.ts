import { describe, expect, it } from '@jest/globals'
import { lateness } from './lateness.ts'

const minutes = (count: number) => count * 60_000

describe('how late something is', () => {
  it.each([
    [minutes(1), '1 min late'],
    [minutes(61), '1 h 1 min late'],
    [minutes(60 * 24 * 3 + 125), '3 d 2 h late'],
    [-minutes(60 * 24 + 60), 'in 1 d 1 h'],
    [-minutes(59.9), 'in 59 min'],
    [0, 'in 0 min'],
  ])('%d ms is told in its two largest units', (ms, text) => {
    expect(lateness(ms)).toBe(text)
  })
})
