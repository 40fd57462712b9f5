import {
  type CloudEvent,
  type Context,
  contexts,
  eventsTopicOf,
  MEASUREMENTS_TOPIC,
  type MeasurementMessage,
  type StoredEvent,
} from '@afterline/events'
import { platformActors } from '@afterline/rules'
import { createKafka, createSilentLogger, type KafkaPort } from '@afterline/service-kit'
import type { Holding } from './test-stack.ts'

/** Every event of a service as its database holds it, stream by stream. */
export async function storedEvents(
  { databases }: Pick<Holding, 'databases'>,
  context: Context,
): Promise<readonly StoredEvent[]> {
  const documents = await databases[context].collection('events').find().sort({ stream: 1, version: 1 }).toArray()
  // Written by the event store alone, whose type this is.
  return documents.map(({ _id, ...rest }) => ({ id: String(_id), ...rest }) as StoredEvent)
}

/** How many events there are, over all databases and in each. */
export const eventCounts = (holding: Pick<Holding, 'databases'>) => countsOf(holding, {})

/** The same but for those by which staff are recognised: that a request changes nothing, who sends it may be new. */
export const enteredCounts = (holding: Pick<Holding, 'databases'>) =>
  countsOf(holding, { $nor: [{ stream: /^employee-/, 'actor.id': platformActors.clock }] })

async function countsOf(
  { databases }: Pick<Holding, 'databases'>,
  filter: object,
): Promise<Readonly<Record<Context, number>>> {
  const counted = contexts.map(async (context) => [
    context,
    await databases[context].collection('events').countDocuments(filter),
  ])
  // One entry per context, as just mapped.
  return Object.fromEntries(await Promise.all(counted)) as Record<Context, number>
}

/** Kafka as the stack's services see it. To be closed by the caller. */
export function openKafka({ stack: { kafkaBrokers, topicPrefix } }: Pick<Holding, 'stack'>): KafkaPort {
  return createKafka({
    brokers: kafkaBrokers.split(','),
    clientId: 'afterline-tests',
    topicPrefix,
    log: createSilentLogger(),
  })
}

/** What is on the events topic of a service, in the order of each partition, parsed but not believed. */
export async function publishedMessages(
  stack: Pick<Holding, 'stack'>,
  context: Context,
): Promise<readonly CloudEvent[]> {
  return messagesOn(stack, eventsTopicOf(context))
}

/** The newest message of each measurement, by its id. */
export async function publishedMeasurements(
  stack: Pick<Holding, 'stack'>,
): Promise<ReadonlyMap<string, MeasurementMessage>> {
  const messages = await messagesOn<MeasurementMessage>(stack, MEASUREMENTS_TOPIC)
  return new Map(messages.toSorted((a, b) => a.version - b.version).map((message) => [message.id, message]))
}

/** @returns what the caller expects, and checks */
async function messagesOn<Message>(stack: Pick<Holding, 'stack'>, topic: string): Promise<readonly Message[]> {
  const kafka = openKafka(stack)
  const messages: Message[] = []
  try {
    await kafka.readTopic(topic, {
      async onMessages(batch) {
        // The caller checks them against the contract.
        messages.push(...batch.map(({ value }) => JSON.parse(value ?? '') as Message))
      },
    })
  } finally {
    await kafka.close()
  }
  return messages
}

/**
 * Where the versions of a stream jump, as `stream: from -> to`. A repeated message is no gap: the relay may publish one
 * again after a crash.
 */
export function gapsIn(messages: readonly Pick<CloudEvent, 'subject' | 'streamversion'>[]): readonly string[] {
  const versions = new Map<string, number>()
  return messages.flatMap(({ subject, streamversion }) => {
    const known = versions.get(subject) ?? 0
    versions.set(subject, Math.max(known, streamversion))
    return streamversion > known + 1 ? [`${subject}: ${known} -> ${streamversion}`] : []
  })
}
