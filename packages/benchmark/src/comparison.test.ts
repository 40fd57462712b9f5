import { describe, expect, it } from '@jest/globals'
import { compare, sideBySide } from './comparison.ts'

describe('a comparison', () => {
  it('lets both run in every round, the beginner taking turns', async () => {
    const order: string[] = []
    const contestant = (name: string) => ({
      name,
      measure: (round: number) => {
        order.push(`${name} ${round}`)
        return 1
      },
    })
    const contest = { title: 't', unit: '/s', rounds: 3, ours: contestant('ours'), against: contestant('theirs') }
    expect((await compare(contest)).rounds).toBe(3)
    expect(order).toEqual(['ours 0', 'theirs 0', 'theirs 1', 'ours 1', 'ours 2', 'theirs 2'])
  })

  it('divides round by round before it takes the median', async () => {
    const ours = [10, 100, 30]
    const theirs = [10, 50, 10]
    const contestant = (values: readonly number[]) => ({ name: '', measure: (round: number) => values[round] ?? 0 })
    const { ratio, absolute } = await compare({
      ...{ title: 't', unit: '/s', rounds: 3, ours: contestant(ours), against: contestant(theirs) },
    })
    // 10/10, 100/50, 30/10; the ratio of the medians would be 30/10.
    expect(ratio).toEqual({ median: 2, low: 1, high: 3 })
    expect(absolute).toEqual({
      ours: { median: 30, low: 10, high: 100 },
      against: { median: 10, low: 10, high: 50 },
    })
  })
})

describe('work side by side', () => {
  it('is done as often as asked, each piece once, by no more workers than given', async () => {
    const done: number[] = []
    let underWay = 0
    let most = 0
    await sideBySide(3, 10, async (index) => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
      done.push(index)
    })
    expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(most).toBe(3)
  })
})
