import type { Context } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { outboxOf } from '../store/collections.ts'
import { blockedStreamsOf } from './blocked-streams.ts'
import { longestWaitMs } from './waiting.ts'

export interface RelayMeters {
  published(events: number): void
  failed(): void
  end(): void
}

/**
 * `afterline.outbox.pending`, `afterline.outbox.longest_wait_seconds`, `afterline.relay.blocked_streams`,
 * `afterline.relay.published` and `afterline.relay.faults`, each with its context.
 */
export function observeRelay(connection: Connection, context: Context, now: () => Instant): RelayMeters {
  const meter = metrics.getMeter('afterline')
  const attributes = { 'afterline.context': context }
  const published = meter.createCounter('afterline.relay.published', { description: 'Events confirmed by Kafka' })
  const faults = meter.createCounter('afterline.relay.faults', {
    description: 'Steps of the relay that failed and are repeated',
  })
  const gauge = (name: string, description: string, read: () => Promise<number>): (() => void) => {
    const observable = meter.createObservableGauge(name, { description })
    const observe = async (result: ObservableResult) => {
      // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
      const value = await read().catch(() => null)
      if (value !== null) result.observe(value, attributes)
    }
    observable.addCallback(observe)
    return () => observable.removeCallback(observe)
  }
  const ends = [
    gauge('afterline.outbox.pending', 'Events that are stored and not yet confirmed by Kafka', () =>
      outboxOf(connection).estimatedDocumentCount(),
    ),
    gauge(
      'afterline.outbox.longest_wait_seconds',
      'For how long the oldest event waits for Kafka that is not set aside',
      async () => (await longestWaitMs(connection, now())) / 1_000,
    ),
    gauge('afterline.relay.blocked_streams', 'Streams that are set aside: one of their events cannot go on', () =>
      blockedStreamsOf(connection).countDocuments(),
    ),
  ]
  return {
    published: (events) => published.add(events, attributes),
    failed: () => faults.add(1, attributes),
    end: () => {
      for (const end of ends) end()
    },
  }
}
