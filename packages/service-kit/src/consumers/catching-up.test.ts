import { describe, expect, it } from '@jest/globals'
import { isLevel } from './catching-up.ts'

const at = (partition: number, next: bigint, end: bigint) => ({
  ...{ topic: 'events', partition, next, end },
  isStored: next > 0n,
})
const ends = new Map([
  ['events/0', 10n],
  ['events/1', 4n],
])

describe('a build', () => {
  it('is level when it has dealt with what every partition held at the look before', () => {
    expect(isLevel([at(0, 10n, 10n), at(1, 4n, 4n)], ends)).toBe(true)
    expect(isLevel([at(0, 10n, 10n), at(1, 3n, 4n)], ends)).toBe(false)
  })

  it('is level although others go on publishing', () => {
    expect(isLevel([at(0, 11n, 25n), at(1, 4n, 30n)], ends)).toBe(true)
  })

  it('is held against the present end at the first look, and where a partition was added', () => {
    expect(isLevel([at(0, 9n, 10n)], new Map())).toBe(false)
    expect(isLevel([at(0, 10n, 10n)], new Map())).toBe(true)
    expect(isLevel([at(0, 10n, 10n), at(1, 4n, 4n), at(2, 0n, 1n)], ends)).toBe(false)
  })

  it('is level with partitions that hold nothing', () => {
    expect(isLevel([at(0, 0n, 0n)], new Map())).toBe(true)
  })
})
