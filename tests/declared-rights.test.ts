import { type Context, contexts, readBy } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { type Kit, projected, records, type ServiceDefinition } from '@afterline/service-kit'
import { openTestSubgraph } from '@afterline/service-kit/testing/subgraph'
import { describe, expect, it } from '@jest/globals'
import { afterSales } from '../services/after-sales/src/after-sales.ts'
import { customers } from '../services/customers/src/customers.ts'
import { orders } from '../services/orders/src/orders.ts'
import { surveys } from '../services/surveys/src/surveys.ts'

const services: Readonly<Record<Context, (kit: Kit) => ServiceDefinition>> = {
  customers,
  orders: (kit) => orders(kit),
  'after-sales': afterSales,
  surveys,
}

async function declaredBy(context: Context) {
  const now = () => parseInstant('2026-02-13T09:00:00.000Z')
  const config = { AFTERLINE_SURVEY_SECRET: Buffer.alloc(32, 7) }
  const { definition, dispose } = await openTestSubgraph({ context, now, config, define: services[context] })
  await dispose()
  const { aggregates, projections } = definition
  // Erasures are taken in by whoever is not the one that erases; see service.ts of the kit.
  const erasures: readonly Context[] = context === 'customers' ? [] : ['customers']
  return {
    sources: [...new Set([...erasures, ...projections.flatMap(({ sources }) => sources)])].toSorted(),
    records: aggregates.map(({ collection }) => collection).toSorted(),
    projected: projections.flatMap(({ collections }) => collections.map(({ name }) => name)).toSorted(),
  }
}

describe('the rights on topics', () => {
  it.each(contexts)('let %s read those that its projections name, and no others', async (context) => {
    expect((await declaredBy(context)).sources).toEqual(readBy[context].toSorted())
  })
})

describe('the rights in the database', () => {
  it.each(contexts)('are for what %s keeps, and for nothing that it does not', async (context) => {
    expect(await declaredBy(context)).toMatchObject({
      records: records[context].toSorted(),
      projected: projected[context].toSorted(),
    })
  })
})
