import type { DomainEvent, EventRegistry } from '@afterline/events'
import type { Instant, PolicyBook } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { PersonalCipher } from '../personal/personal-cipher.ts'
import { knownMoment } from './command-moment.ts'
import { ServiceError } from './service-error.ts'
import { checkedVersionOf, type EventDraft, type EventOrigin } from './stream-change.ts'

/**
 * A message of Kafka holds 1 MiB with everything around the data. A larger event could be stored but never published, and
 * every event of the service would wait behind it.
 */
const MOST_DATA_BYTES = 700_000

export interface DraftDeps {
  readonly cipher: PersonalCipher
  readonly newId: () => string
  readonly policies: PolicyBook
  readonly registry: EventRegistry
}

/**
 * Makes a decided event ready for its stream: checked against the contract while it can still be read, then with its
 * personal fields encrypted. Its policy is the one in force when it happened, so that an import is judged by the rules
 * of its time.
 * @throws ServiceError `EVENT_INVALID`; `INPUT_INVALID` for text that is not Unicode, and for more than a message can hold
 */
export async function draftOf(
  deps: DraftDeps,
  event: DomainEvent,
  at: Instant,
  origin: EventOrigin,
  session: ClientSession,
): Promise<EventDraft> {
  const schemaVersion = checkedVersionOf(deps.registry, event.type, event.data)
  refuseBrokenText(event)
  const occurredAt = event.occurredAt ? knownMoment(event.occurredAt, null, origin.recordedAt).at : at
  const personalFields = deps.registry.personalFieldsOf(event.type, schemaVersion)
  const data = await withoutPlainText(deps.cipher, event, personalFields, session)
  if (Buffer.byteLength(JSON.stringify(data)) > MOST_DATA_BYTES) {
    throw new ServiceError('INPUT_INVALID', `${event.type} holds more than ${MOST_DATA_BYTES} bytes`)
  }
  return {
    ...origin,
    id: deps.newId(),
    type: event.type,
    schemaVersion,
    data,
    occurredAt,
    policyVersion: deps.policies.versionAt(occurredAt),
  }
}

async function withoutPlainText(
  cipher: PersonalCipher,
  { type, data }: DomainEvent,
  personalFields: readonly string[],
  session: ClientSession,
): Promise<unknown> {
  // The contract was checked before: data is an object, and its personal fields hold text or null.
  const fields = data as Readonly<Record<string, unknown>>
  const filled = personalFields.filter((name) => typeof fields[name] === 'string')
  if (filled.length === 0) return data
  const { customerId } = fields
  if (typeof customerId !== 'string') throw new ServiceError('EVENT_INVALID', `${type} holds personal text of nobody`)
  const encrypt = await cipher.encryptorOf(customerId, session)
  return { ...fields, ...Object.fromEntries(filled.map((name) => [name, encrypt(String(fields[name]))])) }
}

/** Half a surrogate pair is replaced when it is stored, and the event would no longer match its hash. */
function refuseBrokenText({ type, data }: DomainEvent): void {
  if (!isWellFormed(data)) throw new ServiceError('INPUT_INVALID', `${type} holds text that is not Unicode`)
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member))
}
