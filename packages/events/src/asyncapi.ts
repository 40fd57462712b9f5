import { type Context, categories } from './categories.ts'
import { CloudEventEnvelope } from './cloud-event-schema.ts'
import { schemaUriOf } from './envelope.ts'
import { MeasurementMessage } from './measurement-message.ts'
import { eventRegistry } from './platform-events.ts'
import { streamEvents } from './stream-events.ts'
import {
  anchorsTopicOf,
  contexts,
  deadLettersTopicOf,
  eventsTopicOf,
  MEASUREMENTS_TOPIC,
  type Topic,
  topics,
} from './topics.ts'
import { type EventDefinition, InstantText, nullable, record, ShortText, Type } from './vocabulary.ts'

type Json = Readonly<Record<string, unknown>>

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const ContextName = Type.String({ enum: [...contexts] })

const Anchor = record({
  context: ContextName,
  number: Type.Integer({ minimum: 1, description: 'Of the seal, without gaps.' }),
  count: Type.Integer({ minimum: 1, description: 'Events under the root.' }),
  root: Hash,
  previousDigest: Hash,
  sealedAt: InstantText,
  keyId: ShortText,
  signature: Type.String({ description: 'Ed25519 over the canonical JSON of the other members, base64url.' }),
})

const DeadLetter = record({
  consumer: ShortText,
  errorCode: ShortText,
  errorMessage: Type.String(),
  parkedAt: InstantText,
  stream: nullable(ShortText),
  version: nullable(Type.Integer({ minimum: 1 })),
  event: nullable(Type.Object({}, { description: 'The CloudEvent.' })),
  raw: nullable(Type.String({ description: 'The message as it came, where it is not an event.' })),
})

/** The topics and everything on them as an AsyncAPI 3 document; it follows from the registry, so it cannot disagree. */
export function asyncApiDocument(): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Afterline events',
      version: '1.0.0',
      description:
        'Every event of every service since the beginning, for projections, analytics and audit. Keyed by stream: order ' +
        'holds per stream, delivery is at least once, `subject` and `streamversion` tell a repetition. Text about persons is ciphertext.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([...contexts.flatMap(channelsOf), measurementsChannel()]),
    operations: Object.fromEntries([...contexts.flatMap(operationsOf), ...contexts.map(measuring)]),
    components: {
      messages: {
        ...Object.fromEntries(eventRegistry.definitions.map((each) => [nameOf(each), eventMessage(each)])),
        ...others(),
      },
      schemas: {
        CloudEventEnvelope: plain(CloudEventEnvelope),
        Anchor: plain(Anchor),
        DeadLetter: plain(DeadLetter),
        Measurement: plain(MeasurementMessage),
      },
    },
  }
}

export const nameOf = ({ type, version }: EventDefinition) => `${type}.v${version}`

/** The events that the streams of a context carry. */
export function eventsOfContext(context: Context): readonly EventDefinition[] {
  const owned = Object.values(categories).filter((category) => category.context === context)
  const types = new Set<string>(
    [...owned.flatMap(({ events }) => [...events]), ...streamEvents].map(({ type }) => type),
  )
  return eventRegistry.definitions.filter(({ type }) => types.has(type))
}

function channelsOf(context: Context): readonly (readonly [string, Json])[] {
  const events = eventsOfContext(context).map(nameOf)
  return [
    [`${context}-events`, channel(eventsTopicOf(context), `Every event of ${context}.`, events)],
    [
      `${context}-anchors`,
      channel(anchorsTopicOf(context), `Signed Merkle roots over the events of ${context}.`, ['Anchor']),
    ],
    [
      `${context}-dead-letters`,
      channel(deadLettersTopicOf(context), `What consumers in ${context} could not apply.`, ['DeadLetter']),
    ],
  ]
}

function measurementsChannel(): readonly [string, Json] {
  const says =
    'Every measurement of every service that settles or changes, keyed by its id and compacted: key figures are sums of ' +
    'what is here, and nobody has to compute a limit for them.'
  return ['measurements', channel(MEASUREMENTS_TOPIC, says, ['Measurement'])]
}

function measuring(context: Context): readonly [string, Json] {
  const summary = `The ${context} service writes its measurements.`
  return [`publish-${context}-measurements`, { action: 'send', channel: { $ref: '#/channels/measurements' }, summary }]
}

function channel(address: string, description: string, messages: readonly string[]): Json {
  const topic = topics.find(({ name }) => name === address)
  return {
    address,
    description,
    messages: Object.fromEntries(messages.map((name) => [name, reference('messages', name)])),
    ...(topic ? { bindings: { kafka: kafkaBinding(topic) } } : {}),
  }
}

function kafkaBinding({ partitions, config }: Topic): Json {
  return {
    partitions,
    topicConfiguration: {
      'cleanup.policy': [config['cleanup.policy']],
      'retention.ms': Number(config['retention.ms']),
    },
    bindingVersion: '0.5.0',
  }
}

function operationsOf(context: Context): readonly (readonly [string, Json])[] {
  return ['events', 'anchors', 'dead-letters'].map((topic) => [
    `publish-${context}-${topic}`,
    {
      action: 'send',
      channel: { $ref: `#/channels/${context}-${topic}` },
      summary: `The ${context} service writes its ${topic}.`,
    },
  ])
}

function eventMessage(definition: EventDefinition): Json {
  const { type, version, summary, data } = definition
  return {
    name: nameOf(definition),
    title: type,
    summary,
    contentType: 'application/cloudevents+json',
    bindings: { kafka: { key: { type: 'string', description: 'The stream.' }, bindingVersion: '0.5.0' } },
    payload: {
      allOf: [
        { $ref: '#/components/schemas/CloudEventEnvelope' },
        {
          type: 'object',
          properties: {
            type: { const: `afterline.${type}.v${version}` },
            dataschema: { const: schemaUriOf(type, version) },
            data: plain(data),
          },
        },
      ],
    },
  }
}

function others(): Json {
  return {
    Anchor: {
      name: 'Anchor',
      title: 'Anchor',
      summary: 'The signed statement over one published batch; repeated unchanged after a crash of the relay.',
      contentType: 'application/json',
      payload: { $ref: '#/components/schemas/Anchor' },
    },
    Measurement: {
      name: 'Measurement',
      title: 'Measurement',
      summary:
        'One countable thing of a key figure, and all that it counts as; the newest of an id replaces the others.',
      contentType: 'application/json',
      bindings: { kafka: { key: { type: 'string', description: 'The id.' }, bindingVersion: '0.5.0' } },
      payload: { $ref: '#/components/schemas/Measurement' },
    },
    DeadLetter: {
      name: 'DeadLetter',
      title: 'Dead letter',
      summary: 'An event that parked its stream in one consumer, with the reason.',
      contentType: 'application/json',
      payload: { $ref: '#/components/schemas/DeadLetter' },
    },
  }
}

function reference(kind: 'messages' | 'schemas', name: string): Json {
  return { $ref: `#/components/${kind}/${name}` }
}

/** Without what the schema library attaches for its own use. */
function plain(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema))
}
