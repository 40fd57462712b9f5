import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Type } from 'typebox'
import type { CloudEvent } from './envelope.ts'
import { type EventProblem, problemsOf } from './event-problem.ts'
import { InstantText } from './vocabulary.ts'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Name = Type.String({ minLength: 1, maxLength: 300 })

/** The envelope of every message on an events topic, whatever event it carries. */
export const CloudEventEnvelope = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String({ format: 'uuid' }),
  source: Type.String({ pattern: '^/afterline/[a-z-]+$' }),
  type: Type.String({ pattern: '^afterline\\.[A-Za-z]+\\.v[1-9][0-9]*$' }),
  subject: Type.String({ pattern: '^[a-z]+-.+$', maxLength: 300, description: 'The stream: `<category>-<uuid>`.' }),
  time: InstantText,
  datacontenttype: Type.Literal('application/json'),
  dataschema: Type.String({ pattern: '^urn:afterline:event:' }),
  streamversion: Type.Integer({ minimum: 1, description: 'Without gaps within a subject.' }),
  recordedat: InstantText,
  actorid: Name,
  actorrole: Name,
  correlationid: Name,
  causationid: Type.Optional(Name),
  traceparent: Type.Optional(Name),
  policyversion: Name,
  backdatedbecause: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  previoushash: Hash,
  hash: Hash,
  data: Type.Unknown({ description: 'As the schema named by `dataschema` says.' }),
})

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
addFormats.default(ajv)
const isPublishable = ajv.compile<CloudEvent>(CloudEventEnvelope)
const isReadable = ajv.compile<CloudEvent>(withoutLongest(CloudEventEnvelope))

/** What keeps a message from being one of our events as they are published; empty when it is one. */
export function problemsOfCloudEvent(message: unknown): readonly EventProblem[] {
  return isPublishable(message) ? [] : problemsOf(isPublishable.errors)
}

/**
 * What keeps a message from being read as one of our events; empty when it can be. Earlier releases published longer texts
 * than the envelope allows. Readers take them all the same: such an event is part of its stream.
 */
export function problemsOfReading(message: unknown): readonly EventProblem[] {
  return isReadable(message) ? [] : problemsOf(isReadable.errors)
}

function withoutLongest(schema: object): object {
  return JSON.parse(JSON.stringify(schema, (name, value) => (name === 'maxLength' ? undefined : value)))
}
