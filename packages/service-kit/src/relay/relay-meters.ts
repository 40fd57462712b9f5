import type { Context, StoredEvent } from '@afterline/events'
import { type Instant, millisOf } from '@afterline/rules'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { measurementChangesOf } from '../bookkeeping/measurement-changes.ts'
import { oldestUncounted } from '../bookkeeping/uncounted.ts'
import { blockedNames, blockedStreamsOf } from './blocked-streams.ts'
import type { EventFault } from './event-faults.ts'
import { longestWaitMs, pendingCount } from './waiting.ts'

export interface RelayMeters {
  published(events: number): void
  /** Events that were counted at the instant. */
  counted(events: readonly StoredEvent[], at: Instant): void
  failed(): void
  end(): void
}

/** What no fault of this release explains: somebody or something changed what is stored. */
const TAMPERED: readonly EventFault[] = ['EVENT_MISSING', 'EVENT_CHANGED', 'SEAL_BROKEN']

/**
 * `afterline.outbox.pending`, `afterline.outbox.longest_wait_seconds`, `afterline.books.longest_wait_seconds`,
 * `afterline.books.delay` (the second half of KPI-32), `afterline.measurements.unpublished`, `afterline.relay.blocked_streams`,
 * `afterline.relay.tampered_streams` (those of them whose event or seal is not what was stored), `afterline.relay.published`
 * and `afterline.relay.faults`, each with its context.
 */
export function observeRelay(connection: Connection, context: Context, now: () => Instant): RelayMeters {
  const meter = metrics.getMeter('afterline')
  const attributes = { 'afterline.context': context }
  const published = meter.createCounter('afterline.relay.published', { description: 'Events confirmed by Kafka' })
  const faults = meter.createCounter('afterline.relay.faults', {
    description: 'Steps of the relay that failed and are repeated',
  })
  const delays = meter.createHistogram('afterline.books.delay', {
    description: 'From the recording of an event until limits and figures hold it',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60, 600, 3_600] },
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
      pendingCount(connection),
    ),
    gauge(
      'afterline.outbox.longest_wait_seconds',
      'For how long the oldest event waits for Kafka that is not set aside',
      async () => (await longestWaitMs(connection, now())) / 1_000,
    ),
    gauge(
      'afterline.books.longest_wait_seconds',
      'For how long the oldest event waits to be counted in limits and figures that is not set aside',
      async () => {
        const oldest = await oldestUncounted(connection, await blockedNames(connection))
        return oldest === null ? 0 : Math.max(0, millisOf(now()) - millisOf(oldest)) / 1_000
      },
    ),
    gauge(
      'afterline.measurements.unpublished',
      'Transactions whose measurements are not on their topic as they are',
      () => measurementChangesOf(connection).estimatedDocumentCount(),
    ),
    gauge('afterline.relay.blocked_streams', 'Streams that are set aside: one of their events cannot go on', () =>
      blockedStreamsOf(connection).countDocuments(),
    ),
    gauge(
      'afterline.relay.tampered_streams',
      'Streams that are set aside because an event or its seal is gone, or is not what was stored',
      () => blockedStreamsOf(connection).countDocuments({ code: { $in: [...TAMPERED] } }),
    ),
  ]
  // What is zero is to be seen as zero.
  published.add(0, attributes)
  faults.add(0, attributes)
  return {
    published: (events) => published.add(events, attributes),
    counted: (events, at) => {
      for (const { recordedAt } of events) delays.record((millisOf(at) - millisOf(recordedAt)) / 1_000, attributes)
    },
    failed: () => faults.add(1, attributes),
    end: () => {
      for (const end of ends) end()
    },
  }
}
