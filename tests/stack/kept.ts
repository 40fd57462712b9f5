import { type Context, contexts } from '@afterline/events'
import type { Connection } from 'mongoose'
import type { TestStack } from './test-stack.ts'

/** What each service makes of its events, besides projections. */
const collections: Readonly<Record<Context, readonly string[]>> = {
  customers: ['events', 'customers'],
  orders: ['events', 'products', 'lots', 'orders', 'timers', 'measurements'],
  'after-sales': ['events', 'complaints', 'timers', 'measurements'],
  surveys: ['events', 'surveys', 'timers', 'measurements'],
}

/** Everything that follows from the events of every service, field by field, and sums without the parts that they consist of. */
export async function keptIn({ databases }: TestStack): Promise<Readonly<Record<string, unknown>>> {
  const kept: Record<string, unknown> = {}
  for (const context of contexts) {
    for (const name of collections[context]) kept[`${context}.${name}`] = await documentsOf(databases[context], name)
    kept[`${context}.sums`] = await sumsOf(databases[context])
  }
  return kept
}

function documentsOf(database: Connection, name: string) {
  // Deciding on a shipment touches its lots, so that others notice; that says nothing.
  return database
    .collection(name)
    .find({}, { projection: { touches: 0 } })
    .sort({ _id: 1 })
    .toArray()
}

function sumsOf(database: Connection) {
  const parts = { numerator: { $sum: '$numerator' }, denominator: { $sum: '$denominator' } }
  const key = { kpi: '$kpi', part: '$part', currency: '$currency', bin: '$bin', scope: '$scope', day: '$day' }
  return database
    .collection('buckets')
    .aggregate([
      { $group: { _id: key, ...parts } },
      { $match: { $or: [{ numerator: { $ne: 0 } }, { denominator: { $ne: 0 } }] } },
      { $sort: { _id: 1 } },
    ])
    .toArray()
}
