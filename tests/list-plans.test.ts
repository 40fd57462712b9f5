import { randomBytes } from 'node:crypto'
import { type ListPlan, listPlans } from '@afterline/service-kit/testing/lists'
import { describe, expect, it } from '@jest/globals'
import { createConnection } from 'mongoose'
import { graphs as afterSales } from '../services/after-sales/src/graphs.ts'
import { graphs as customers } from '../services/customers/src/graphs.ts'
import { graphs as orders } from '../services/orders/src/graphs.ts'
import { graphs as surveys } from '../services/surveys/src/graphs.ts'

async function plansOf(graphs: Parameters<typeof listPlans>[1]): Promise<readonly ListPlan[]> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: start the tests with the test command of the project')
  const dbName = `plans_${randomBytes(6).toString('hex')}`
  const connection = await createConnection(uri, { dbName, autoIndex: false, autoCreate: false }).asPromise()
  try {
    return await listPlans(connection, graphs)
  } finally {
    await connection.dropDatabase()
    await connection.close()
  }
}

describe('every list of the graph', () => {
  it.each([
    ['customers', customers],
    ['orders', orders],
    ['after-sales', afterSales],
    ['surveys', surveys],
  ])('is read by an index in each of its orders, and by each condition on single values: %s', async (_, graphs) => {
    const plans = await plansOf(graphs)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter(({ readsAll, sortsInMemory }) => readsAll || sortsInMemory)).toEqual([])
  })
})
