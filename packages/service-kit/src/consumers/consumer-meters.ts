import type { Context } from '@afterline/events'
import { type Instant, millisOf } from '@afterline/rules'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { type Build, projectionOf } from '../projections/build.ts'
import { parkedOf } from './parked.ts'

interface LagOf {
  readonly projection: { readonly name: string; readonly consumer: string; readonly build: Build }
  readonly topic: string
  readonly partition: number
}

export interface ConsumerMeters {
  applied(consumer: string, events: number): void
  parked(consumer: string, errorCode: string): void
  /** @param oldest when the oldest event was recorded that is not applied; `null` where none is known */
  lag(of: LagOf, messages: number, oldest: Instant | null): void
  /** A build that ends has no lag. */
  forget(consumer: string): void
  end(): void
}

/**
 * `afterline.consumer.applied`, `afterline.consumer.failures`, `afterline.consumer.parked` (streams that stand still, by
 * consumer), `afterline.consumer.lag` (messages behind the end, by consumer, build and partition) and
 * `afterline.consumer.lag_seconds` (for how long the oldest of these waits). A consumer is a projection, by its name.
 */
export function observeConsumers(connection: Connection, context: Context, now: () => Instant): ConsumerMeters {
  const meter = metrics.getMeter('afterline')
  const applied = meter.createCounter('afterline.consumer.applied', {
    description: 'Events that a consumer has applied',
  })
  const failures = meter.createCounter('afterline.consumer.failures', {
    description: 'Events that parked their stream',
  })
  const parked = meter.createObservableGauge('afterline.consumer.parked', { description: 'Streams that stand still' })
  const lag = meter.createObservableGauge('afterline.consumer.lag', { description: 'Messages not yet read' })
  const age = meter.createObservableGauge('afterline.consumer.lag_seconds', {
    description: 'For how long the oldest event waits that is not applied',
  })
  const lags = new Map<string, LagOf & { readonly messages: number; readonly oldest: Instant | null }>()
  const observeParked = async (result: ObservableResult) => {
    // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
    const counts = await countParked(connection).catch(() => null)
    if (counts === null) return
    // What is zero is to be seen as zero.
    const names = [...lags.values()].map(({ projection }) => projection.name)
    for (const consumer of new Set([...counts.keys(), ...names])) {
      result.observe(counts.get(consumer) ?? 0, { 'afterline.context': context, 'afterline.consumer': consumer })
    }
  }
  const observeLag = (result: ObservableResult) => {
    for (const { projection, topic, partition, messages } of lags.values()) {
      result.observe(messages, {
        'afterline.context': context,
        'afterline.consumer': projection.name,
        'afterline.build': projection.build.number,
        'afterline.topic': topic,
        'afterline.partition': partition,
      })
    }
  }
  const observeAge = (result: ObservableResult) => {
    const oldestOf = new Map<string, number>()
    for (const { projection, oldest } of lags.values()) {
      const seconds = oldest === null ? 0 : Math.max(0, millisOf(now()) - millisOf(oldest)) / 1_000
      oldestOf.set(projection.name, Math.max(seconds, oldestOf.get(projection.name) ?? 0))
    }
    for (const [name, seconds] of oldestOf) {
      result.observe(seconds, { 'afterline.context': context, 'afterline.consumer': name })
    }
  }
  parked.addCallback(observeParked)
  lag.addCallback(observeLag)
  age.addCallback(observeAge)
  return {
    applied: (consumer, events) => applied.add(events, { 'afterline.consumer': consumer }),
    parked: (consumer, errorCode) =>
      failures.add(1, { 'afterline.consumer': consumer, 'afterline.error.code': errorCode }),
    lag(of, messages, oldest) {
      lags.set(`${of.projection.consumer}/${of.topic}/${of.partition}`, { ...of, messages, oldest })
    },
    forget(consumer) {
      for (const [key, { projection }] of lags) if (projection.consumer === consumer) lags.delete(key)
    },
    end() {
      parked.removeCallback(observeParked)
      lag.removeCallback(observeLag)
      age.removeCallback(observeAge)
    },
  }
}

/** By projection: of the builds of one, which both may stand still, people know nothing. */
async function countParked(connection: Connection): Promise<ReadonlyMap<string, number>> {
  const counts = await parkedOf(connection)
    .aggregate<{ readonly _id: string; readonly streams: number }>([
      { $match: { head: true } },
      { $group: { _id: '$consumer', streams: { $sum: 1 } } },
    ])
    .toArray()
  const sums = new Map<string, number>()
  for (const { _id, streams } of counts) {
    const projection = projectionOf(_id)
    sums.set(projection, (sums.get(projection) ?? 0) + streams)
  }
  return sums
}
