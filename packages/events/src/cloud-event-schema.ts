import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { Type } from 'typebox'
import type { CloudEvent } from './envelope.ts'
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
  backdatedbecause: Type.Optional(Type.String({ minLength: 1 })),
  previoushash: Hash,
  hash: Hash,
  data: Type.Unknown({ description: 'As the schema named by `dataschema` says.' }),
})

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
addFormats.default(ajv)
const validate = ajv.compile<CloudEvent>(CloudEventEnvelope)

/** What keeps a message from being one of our events, as `path: reason` lines without values; empty when it is one. */
export function problemsOfCloudEvent(message: unknown): readonly string[] {
  if (validate(message)) return []
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'}: ${error.message ?? error.keyword}`)
}
