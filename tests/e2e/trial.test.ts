import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterline, afterlineJson } from '../stack/command-line.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

jest.setTimeout(TEST_MS)

const ORDERS = 3

interface Trial {
  readonly mark: string
  readonly orders: number
  readonly eventsRead: number
  readonly different: readonly unknown[]
}

let test: TestStack
beforeAll(async () => {
  test = await openTestStack('trial')
}, START_MS)
afterAll(() => test.dispose(), START_MS)

describe('a trial of an installation', () => {
  it('delivers every order once, from the file to the goods, and finds every figure in the topics', async () => {
    const trial = await afterlineJson<Trial>(test, ['trial', '--orders', String(ORDERS), '--parallel', '2'])
    expect(trial).toMatchObject({ orders: ORDERS, different: [] })
    const delivered = await test.databases.orders.collection('events').countDocuments({ type: 'GoodsDelivered' })
    expect(delivered).toBe(ORDERS)
    const all = await Promise.all(
      Object.values(test.databases).map((database) => database.collection('events').countDocuments()),
    )
    expect(trial.eventsRead).toBe(all.reduce((sum, count) => sum + count, 0))
  })

  it.each(['0', '-1', 'many', '1e9'])('does not begin with %s orders', async (orders) => {
    const { code, stderr } = await afterline(test, 'trial', `--orders=${orders}`)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^--orders must be a whole number from 1 to 100000\.$/m)
  })

  it('says what a sign-in file lacks, and nothing of what it holds', async () => {
    const { code, stderr } = await afterline(test, 'trial', '--sign-in', 'package.json')
    expect(code).toBe(1)
    expect(stderr).toMatch(/package\.json does not say how to sign in:\n {2}tokenUrl: /)
    expect(stderr).not.toContain('afterline-orders')
  })
})
