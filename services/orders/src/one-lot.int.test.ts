import { watchTransactions } from '@afterline/service-kit/testing/costs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { rulesOf, type Stocked, startStocked } from './stocked.fixture.ts'

const WRITERS = 32

let bench: Stocked
beforeAll(async () => {
  bench = await startStocked()
  await bench.learnCustomer()
})
afterAll(() => bench.dispose())

/** What each of the writers does with an order of its own, all at once; the conflicts that it cost an order. */
async function conflictsPerOrder(act: (writer: number) => Promise<unknown>): Promise<number> {
  const watch = watchTransactions(bench.kit.connection)
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => act(writer)))
  watch.end()
  // The relay counts and publishes meanwhile; that its own two loops meet at its lease keeps no order waiting.
  return watch.conflicts().filter((collection) => collection !== 'leases').length / WRITERS
}

describe(`${WRITERS} writers whose orders all name one lot`, () => {
  it('do not begin in vain: they read it, and those that take goods of it follow one another', async () => {
    const { lotId } = bench
    const orders: { readonly orderId: string; readonly item: object }[] = []
    const change = async (role: string, mutation: string, input: object) =>
      expect(rulesOf(await bench.change(role, mutation, input))).toEqual([])
    const placing = await conflictsPerOrder(async (writer) => {
      const { order } = await bench.place('1')
      orders[writer] = { orderId: order.id, item: { lineId: order.lines[0].id, lotId, quantity: '1' } }
    })
    const confirming = await conflictsPerOrder((writer) =>
      change('SALESPERSON', 'confirmOrder', { orderId: orders[writer]?.orderId }),
    )
    const checking = await conflictsPerOrder((writer) => {
      const items = [{ ...orders[writer]?.item, result: 'PASSED' }]
      return change('WAREHOUSE', 'checkOutbound', { orderId: orders[writer]?.orderId, pickedBy: 'warehouse-2', items })
    })
    const shipping = await conflictsPerOrder((writer) => {
      const items = [{ ...orders[writer]?.item, qualityCondition: 'intact' }]
      return change('WAREHOUSE', 'shipGoods', { orderId: orders[writer]?.orderId, items })
    })
    expect(placing + confirming + checking + shipping).toBeLessThanOrEqual(0.1)
  })
})
