import type { Instant } from '@afterline/rules'
import type { Context } from './categories.ts'

/** Who caused an event: a staff member, `system` (clock, consumers) or `public` (a survey's respondent). Never a name. */
export interface Actor {
  readonly id: string
  readonly role: string
}

/** An event as it is stored, hashed and published. Personal fields inside `data` are ciphertext. */
export interface StoredEvent<Name extends string = string, Data = unknown> {
  /** UUIDv7. */
  readonly id: string
  readonly type: Name
  readonly schemaVersion: number
  /** `<category>-<uuid>`. */
  readonly stream: string
  /** 1 for the first event of a stream, then without gaps. */
  readonly version: number
  /** When it happened. */
  readonly occurredAt: Instant
  /** When it became known; never earlier than the previous event's of the same stream. */
  readonly recordedAt: Instant
  readonly actor: Actor
  readonly correlationId: string
  readonly causationId: string | null
  /** W3C trace context of the command, so that consumers continue the same trace. */
  readonly traceparent: string | null
  readonly policyVersion: string
  /** Why the event was entered late (import, backdated entry); `null` for one recorded as it happened. */
  readonly backdatedBecause: string | null
  readonly data: Data
  /** Hash of the stream's previous event; 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 over the canonical JSON of everything above. */
  readonly hash: string
}

/** A CloudEvents 1.0 event in structured JSON mode. Extension names are lower case, as the specification demands. */
export interface CloudEvent {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: Instant
  readonly datacontenttype: 'application/json'
  readonly dataschema: string
  readonly streamversion: number
  readonly recordedat: Instant
  readonly actorid: string
  readonly actorrole: string
  readonly correlationid: string
  readonly causationid?: string
  readonly traceparent?: string
  readonly policyversion: string
  readonly backdatedbecause?: string
  readonly previoushash: string
  readonly hash: string
  readonly data: unknown
}

export const schemaUriOf = (type: string, version: number) => `urn:afterline:event:${type}:v${version}`

export function toCloudEvent(context: Context, event: StoredEvent): CloudEvent {
  return {
    specversion: '1.0',
    id: event.id,
    source: `/afterline/${context}`,
    type: `afterline.${event.type}.v${event.schemaVersion}`,
    subject: event.stream,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    dataschema: schemaUriOf(event.type, event.schemaVersion),
    streamversion: event.version,
    recordedat: event.recordedAt,
    actorid: event.actor.id,
    actorrole: event.actor.role,
    correlationid: event.correlationId,
    ...(event.causationId === null ? {} : { causationid: event.causationId }),
    ...(event.traceparent === null ? {} : { traceparent: event.traceparent }),
    policyversion: event.policyVersion,
    ...(event.backdatedBecause === null ? {} : { backdatedbecause: event.backdatedBecause }),
    previoushash: event.previousHash,
    hash: event.hash,
    data: event.data,
  }
}

/** @throws Error when the type is not `afterline.<Type>.v<n>`; what it carries is checked by the registry's `problemsOfEventData`. */
export function fromCloudEvent(message: CloudEvent): StoredEvent {
  const match = /^afterline\.([A-Za-z]+)\.v(\d+)$/.exec(message.type)
  if (!match?.[1] || !match[2]) throw new Error(`not an Afterline event type: ${message.type}`)
  return {
    id: message.id,
    type: match[1],
    schemaVersion: Number(match[2]),
    stream: message.subject,
    version: message.streamversion,
    occurredAt: message.time,
    recordedAt: message.recordedat,
    actor: { id: message.actorid, role: message.actorrole },
    correlationId: message.correlationid,
    causationId: message.causationid ?? null,
    traceparent: message.traceparent ?? null,
    policyVersion: message.policyversion,
    backdatedBecause: message.backdatedbecause ?? null,
    data: message.data,
    previousHash: message.previoushash,
    hash: message.hash,
  }
}
