import type { Context } from '@afterline/events'
import { type Instant, millisOf } from '@afterline/rules'
import { metrics, type ObservableResult } from '@opentelemetry/api'
import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import { timersOf } from './documents.ts'

/** What tells of a clock's work while it runs. */
export interface ClockMeters {
  start(): void
  stop(): Promise<void>
}

/**
 * `afterline.clock.lateness_seconds` (for how long the oldest announcement is due that was not made),
 * `afterline.clock.offset_seconds` (by how much this process's clock is ahead of the database's) and
 * `afterline.limits.overdue` (open limits past their due instant, by limit), each with its context.
 */
export function createClockMeters(connection: Connection, context: Context, now: () => Instant): ClockMeters {
  const meter = metrics.getMeter('afterline')
  const attributes = { 'afterline.context': context }
  const seen = new Set<string>()
  const gauge = (name: string, description: string, observe: (result: ObservableResult) => Promise<void>) => {
    const observable = meter.createObservableGauge(name, { description })
    // The database may be away while metrics are collected: then there is no value, and that shows as a gap.
    const unlessAway = (result: ObservableResult) => observe(result).catch(() => undefined)
    return {
      start: () => observable.addCallback(unlessAway),
      stop: () => observable.removeCallback(unlessAway),
    }
  }
  const gauges = [
    gauge(
      'afterline.clock.lateness_seconds',
      'For how long the oldest announcement is due that was not made',
      async (result) => result.observe(await latenessSeconds(connection, now()), attributes),
    ),
    gauge(
      'afterline.clock.offset_seconds',
      "By how much the process's clock is ahead of the database's",
      async (result) => result.observe(await offsetSeconds(connection), attributes),
    ),
    gauge('afterline.limits.overdue', 'Open limits that are past their due instant', async (result) => {
      const counts = await overdueLimits(connection, now())
      for (const limit of counts.keys()) seen.add(limit)
      // What was there and is not any more must be seen to end.
      for (const limit of seen) result.observe(counts.get(limit) ?? 0, { ...attributes, 'afterline.limit': limit })
    }),
  ]
  return {
    start() {
      for (const each of gauges) each.start()
    },
    async stop() {
      for (const each of gauges) each.stop()
    },
  }
}

async function latenessSeconds(connection: Connection, now: Instant): Promise<number> {
  const due = await timersOf(connection).findOne(
    { isOpen: true, announceAt: { $lte: now } },
    { sort: { announceAt: 1, _id: 1 }, projection: { _id: 0, announceAt: 1 } },
  )
  return due?.announceAt ? (millisOf(now) - millisOf(due.announceAt)) / 1_000 : 0
}

/** Half of the way there and back is taken for the way. */
async function offsetSeconds(connection: Connection): Promise<number> {
  const asked = Date.now()
  const { localTime } = await databaseOf(connection).command({ hello: 1 })
  return ((asked + Date.now()) / 2 - Number(localTime)) / 1_000
}

async function overdueLimits(connection: Connection, now: Instant): Promise<ReadonlyMap<string, number>> {
  const counts = await timersOf(connection)
    .aggregate<{ readonly _id: string; readonly count: number }>([
      { $match: { isOpen: true, dueAt: { $lt: now } } },
      { $group: { _id: '$key', count: { $sum: 1 } } },
    ])
    .toArray()
  return new Map(counts.map(({ _id, count }) => [_id, count]))
}
