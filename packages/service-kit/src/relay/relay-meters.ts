import type { Context } from '@afterline/events'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { outboxOf } from '../store/collections.ts'

export interface RelayMeters {
  published(events: number): void
  failed(): void
  end(): void
}

/** `afterline.outbox.pending`, `afterline.relay.published` and `afterline.relay.faults`, each with its context. */
export function observeRelay(connection: Connection, context: Context): RelayMeters {
  const meter = metrics.getMeter('afterline')
  const attributes = { 'afterline.context': context }
  const pending = meter.createObservableGauge('afterline.outbox.pending', {
    description: 'Events that are stored and not yet confirmed by Kafka',
  })
  const published = meter.createCounter('afterline.relay.published', { description: 'Events confirmed by Kafka' })
  const faults = meter.createCounter('afterline.relay.faults', {
    description: 'Steps of the relay that failed and are repeated',
  })
  const observe = async (result: ObservableResult) => {
    // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
    const count = await outboxOf(connection)
      .estimatedDocumentCount()
      .catch(() => null)
    if (count !== null) result.observe(count, attributes)
  }
  pending.addCallback(observe)
  return {
    published: (events) => published.add(events, attributes),
    failed: () => faults.add(1, attributes),
    end: () => pending.removeCallback(observe),
  }
}
