import { watchTransactions } from '@afterline/service-kit/testing/costs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Stocked, startStocked } from './stocked.fixture.ts'

let bench: Stocked
beforeAll(async () => {
  bench = await startStocked()
  await bench.learnCustomer()
})
afterAll(() => bench.dispose())

interface Cost {
  readonly roundTrips: number
  readonly documents: number
}

describe('what a command writes', () => {
  it('is what must be true at once; what is counted of it is counted behind the commit', async () => {
    const { lotId } = bench
    const watch = watchTransactions(bench.kit.connection)
    const costOf = async <Answer>(work: () => Promise<Answer>): Promise<readonly [Answer, Cost]> => {
      const before = watch.costs().length
      const answer = await work()
      // The transaction that counts what came before has a claim to the lease.
      const [own, ...others] = watch
        .costs()
        .slice(before)
        .filter(({ written }) => written['commands'] !== undefined)
      if (!own || others.length > 0) throw new Error('a command is one transaction')
      const documents = Object.values(own.written).reduce((sum, count) => sum + count, 0)
      return [answer, { roundTrips: own.roundTrips, documents }]
    }
    const [{ order }, placing] = await costOf(() => bench.place())
    const [orderId, lineId] = [order.id, order.lines[0].id]
    const [, confirming] = await costOf(() => bench.change('SALESPERSON', 'confirmOrder', { orderId }))
    const item = { lineId, lotId, quantity: '1' }
    const check = { orderId, pickedBy: 'warehouse-2', items: [{ ...item, result: 'PASSED' }] }
    const [, checking] = await costOf(() => bench.change('WAREHOUSE', 'checkOutbound', check))
    const goods = { orderId, items: [{ ...item, qualityCondition: 'intact' }] }
    const [shipped, shipping] = await costOf(() => bench.change('WAREHOUSE', 'shipGoods', goods))
    watch.end()
    expect(shipped.violations).toEqual([])
    // One event each, the order, the answer to the key, the outbox entry; shipping also claims the lot.
    expect([placing, confirming, checking, shipping].map(({ documents }) => documents)).toEqual([4, 4, 4, 5])
    expect(Math.max(...[placing, confirming, checking].map(({ roundTrips }) => roundTrips))).toBeLessThanOrEqual(8)
    // Two of them for the lot: whether it is one with others, and what has left it so far (TRC-4).
    expect(shipping.roundTrips).toBeLessThanOrEqual(12)
  })
})
