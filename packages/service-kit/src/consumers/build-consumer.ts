import { type Context, eventsTopicOf } from '@afterline/events'
import type { Instant } from '@afterline/rules'
import type { Projection } from '../interfaces.ts'
import type { IncomingBatch, IncomingMessage, Subscription } from '../kafka/kafka-port.ts'
import { groupOf } from '../projections/build.ts'
import { emptyUnlessBegun, ensureBuildCollection } from '../projections/build-collections.ts'
import { applyEvents, type FailedAttempts } from './applying.ts'
import { chunksOfReadings } from './chunking.ts'
import { ConsumerError } from './consumer-error.ts'
import { hasCursors } from './cursor.ts'
import { publishDeadLetter } from './dead-letters.ts'
import { keepUnreadable } from './parked.ts'
import { type Permit, untilNotTransient } from './permit.ts'
import { type ConsumerDeps, isHandled, type RunningProjection } from './projection-run.ts'
import { readMessage, type UnreadableMessage } from './reading.ts'

/**
 * Applies events to one build of a projection. An event is applied in one transaction with the build's cursor; the offset
 * follows. After a crash the same events come again and the cursor knows them: every effect happens once.
 * @throws Error of MongoDB or Kafka when it cannot begin; then it may be tried again
 */
export async function beginBuildConsumer(
  deps: ConsumerDeps,
  projection: RunningProjection,
  signal: AbortSignal,
): Promise<Subscription> {
  await ensureCollections(deps, projection)
  await alignGroup(deps, projection)
  const group = groupOf(projection.name, projection.build)
  const failed: FailedAttempts = new Map()
  const onBatch = (batch: IncomingBatch) => consumeBatch(deps, projection, batch, failed, signal)
  return deps.kafka.subscribe({ group, topics: topicsOf(projection), onBatch })
}

export function topicsOf({ sources }: Pick<Projection, 'sources'>): readonly string[] {
  return sources.map(eventsTopicOf)
}

/** The group that all projections of a service shared before each had its own. */
export const sharedGroupOf = (context: Context) => `afterline.${context}`

async function ensureCollections(
  { connection }: ConsumerDeps,
  { collections, build, consumer }: RunningProjection,
): Promise<void> {
  for (const collection of collections) await ensureBuildCollection(connection, collection, build)
  const names = collections.map(({ name }) => name)
  await emptyUnlessBegun(connection, names, build, (session) => hasCursors(connection, consumer, session))
}

/**
 * Cursors say what a build has, offsets only where to read on. A build without cursors has nothing, so its group must not
 * know of any offset (the database may have been emptied, and Kafka not). A first build with cursors may be from before it
 * had a group.
 */
async function alignGroup({ connection, kafka, context }: ConsumerDeps, projection: RunningProjection): Promise<void> {
  const { name, build, consumer } = projection
  const group = groupOf(name, build)
  const isBegun = await hasCursors(connection, consumer)
  // While it has members, another process is about to write the first cursor.
  if (!isBegun) await kafka.removeGroup(group)
  else if (build.number === 1) await kafka.adoptProgress(sharedGroupOf(context), group, topicsOf(projection))
}

async function consumeBatch(
  deps: ConsumerDeps,
  projection: RunningProjection,
  batch: IncomingBatch,
  failed: FailedAttempts,
  signal: AbortSignal,
): Promise<void> {
  const { topic, partition } = batch
  const permit: Permit = { signal, isCurrent: () => !signal.aborted && batch.isCurrent() }
  const isWanted = (type: string) => isHandled(projection, type)
  const tellLag = (messages: number, oldest: Instant | null) =>
    deps.meters.lag({ projection, topic, partition }, messages, oldest)
  tellLag(batch.lag + batch.messages.length, recordedAtOf(batch.messages.at(0)))
  try {
    for (const { events, unreadable, lastOffset } of chunksOfReadings(batch.messages, readMessage, isWanted)) {
      const againAfterMs = await applyEvents(deps, projection, events, permit, failed)
      // The client fetches of no partition of a broker before all its batches are done: waiting here would hold up all.
      if (againAfterMs !== null) return batch.postpone(againAfterMs)
      for (const message of unreadable) await keepMessage(deps, projection, message, permit)
      batch.resolve(lastOffset)
    }
    tellLag(batch.lag, batch.lag === 0 ? null : recordedAtOf(batch.messages.at(-1)))
  } catch (error) {
    // What is unresolved comes again, here or to the member that has the partition now.
    if (!(error instanceof ConsumerError && error.code === 'STOPPED')) throw error
  }
}

/** `null` of what is none of our events. */
function recordedAtOf(message: IncomingMessage | undefined): Instant | null {
  return message === undefined ? null : (readMessage(message).event?.recordedAt ?? null)
}

async function keepMessage(
  { connection, kafka, context, log, meters, now }: ConsumerDeps,
  { name, consumer }: RunningProjection,
  { message, problem }: UnreadableMessage,
  permit: Permit,
): Promise<void> {
  const id = `${message.topic}/${message.partition}/${message.offset}`
  const fault = { code: 'UNREADABLE', message: problem }
  const at = now()
  await untilNotTransient({ log }, permit, async () => {
    await publishDeadLetter(kafka, context, { consumer: name, fault, at, event: null, raw: message.value })
    await keepUnreadable(connection, consumer, { id, key: message.key, raw: message.value }, { fault, at })
  })
  meters.parked(name, fault.code)
  log.error({ consumer: name, message: id, code: fault.code }, 'a message is not an event')
}
