import type { Category, Context } from '@afterline/events'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection, mongo } from 'mongoose'
import type { AggregateDocument, StoredAggregate } from '../interfaces.ts'
import { databaseOf } from '../store/database.ts'
import { shapesOf } from '../store/fold-stream.ts'

/** How many documents of each category other code made; categories without any are left out. By index: as fast as they are few. */
export async function countStale(
  connection: Connection,
  aggregates: readonly StoredAggregate[],
  filterOf: typeof staleOf = staleOf,
): Promise<ReadonlyMap<Category, number>> {
  const counts = new Map<Category, number>()
  for (const aggregate of aggregates) {
    const count = await documentsOf(connection, aggregate).countDocuments(filterOf(aggregate))
    if (count > 0) counts.set(aggregate.category, count)
  }
  return counts
}

export async function hasStale(connection: Connection, aggregates: readonly StoredAggregate[]): Promise<boolean> {
  for (const aggregate of aggregates) {
    const found = await documentsOf(connection, aggregate).findOne(staleOf(aggregate), { projection: { _id: 1 } })
    if (found !== null) return true
  }
  return false
}

const documentsOf = (connection: Connection, { collection }: StoredAggregate) =>
  databaseOf(connection).collection<AggregateDocument<unknown>>(collection)

function staleOf(aggregate: StoredAggregate): mongo.Filter<AggregateDocument<unknown>> {
  const { stateShape, ledgerShape } = shapesOf(aggregate)
  return { $or: [{ stateShape: { $ne: stateShape } }, { stateShape, ledgerShape: { $ne: ledgerShape } }] }
}

/** Stale, and not because newer code made them: those are left to the newer release that runs beside this one. */
export function olderThan(aggregate: StoredAggregate): mongo.Filter<AggregateDocument<unknown>> {
  const { stateShape, ledgerShape } = shapesOf(aggregate)
  const olderLedgers = ledgerShape === null ? [] : [{ $lt: ledgerShape }, null]
  return {
    $or: [
      { stateShape: { $lt: stateShape } },
      { stateShape: null },
      ...olderLedgers.map((older) => ({ stateShape, ledgerShape: older })),
    ] as mongo.Filter<AggregateDocument<unknown>>[],
  }
}

/** The shapes of a service's code as text: equal for replicas of one release. */
export function codeOf(aggregates: readonly StoredAggregate[]): string {
  const shapes = aggregates.map((aggregate) => {
    const { stateShape, ledgerShape } = shapesOf(aggregate)
    return `${aggregate.category} ${stateShape}/${ledgerShape ?? '-'}`
  })
  return shapes.toSorted().join(', ')
}

/** `afterline.stale_documents`, by context and category, until it is ended. */
export function observeStale(
  connection: Connection,
  context: Context,
  aggregates: readonly StoredAggregate[],
): { end(): void } {
  const stale = metrics.getMeter('afterline').createObservableGauge('afterline.stale_documents', {
    description: 'Documents that other code made; they are folded anew when they are needed, and by a rebuild',
  })
  const observe = async (result: ObservableResult) => {
    // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
    const counts = await countStale(connection, aggregates).catch(() => null)
    if (counts === null) return
    for (const { category } of aggregates) {
      const attributes = { 'afterline.context': context, 'afterline.category': category }
      result.observe(counts.get(category) ?? 0, attributes)
    }
  }
  stale.addCallback(observe)
  return { end: () => stale.removeCallback(observe) }
}
