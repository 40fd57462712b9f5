import type { Context } from '@afterline/events'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { parkedOf } from './parked.ts'

export interface ConsumerMeters {
  applied(consumer: string, events: number): void
  parked(consumer: string, errorCode: string): void
  lag(topic: string, partition: number, messages: number): void
  end(): void
}

/**
 * `afterline.consumer.applied`, `afterline.consumer.failures`, `afterline.consumer.parked` (streams that stand still, by
 * consumer) and `afterline.consumer.lag` (messages behind the end, by partition).
 */
export function observeConsumers(connection: Connection, context: Context): ConsumerMeters {
  const meter = metrics.getMeter('afterline')
  const applied = meter.createCounter('afterline.consumer.applied', {
    description: 'Events that a consumer has applied',
  })
  const failures = meter.createCounter('afterline.consumer.failures', {
    description: 'Events that parked their stream',
  })
  const parked = meter.createObservableGauge('afterline.consumer.parked', { description: 'Streams that stand still' })
  const lag = meter.createObservableGauge('afterline.consumer.lag', { description: 'Messages not yet read' })
  const lags = new Map<string, { readonly topic: string; readonly partition: number; readonly messages: number }>()
  const observeParked = async (result: ObservableResult) => {
    // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
    const counts = await countParked(connection).catch(() => [])
    for (const { _id, streams } of counts) {
      result.observe(streams, { 'afterline.context': context, 'afterline.consumer': _id })
    }
  }
  const observeLag = (result: ObservableResult) => {
    for (const { topic, partition, messages } of lags.values()) {
      result.observe(messages, {
        'afterline.context': context,
        'afterline.topic': topic,
        'afterline.partition': partition,
      })
    }
  }
  parked.addCallback(observeParked)
  lag.addCallback(observeLag)
  return {
    applied: (consumer, events) => applied.add(events, { 'afterline.consumer': consumer }),
    parked: (consumer, errorCode) =>
      failures.add(1, { 'afterline.consumer': consumer, 'afterline.error.code': errorCode }),
    lag: (topic, partition, messages) => void lags.set(`${topic}/${partition}`, { topic, partition, messages }),
    end() {
      parked.removeCallback(observeParked)
      lag.removeCallback(observeLag)
    },
  }
}

function countParked(connection: Connection) {
  return parkedOf(connection)
    .aggregate<{ readonly _id: string; readonly streams: number }>([
      { $match: { head: true } },
      { $group: { _id: '$consumer', streams: { $sum: 1 } } },
    ])
    .toArray()
}
