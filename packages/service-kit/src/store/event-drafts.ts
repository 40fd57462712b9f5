import {
  type DomainEvent,
  type EventProblem,
  type EventRegistry,
  LONGEST_PERSONAL_TEXT,
  problemsOfTexts,
} from '@afterline/events'
import type { Instant, PolicyBook } from '@afterline/rules'
import type { ClientSession } from 'mongoose'
import type { PersonalCipher } from '../personal/personal-cipher.ts'
import { knownMoment } from './command-moment.ts'
import { refuseProblems } from './event-problems.ts'
import { ServiceError } from './service-error.ts'
import type { EventDraft, EventOrigin } from './stream-change.ts'
import { textOwnerIn } from './text-owner.ts'

/**
 * A message of Kafka holds 1 MiB with everything around the data. A larger event could be stored but never published, and
 * what follows on its stream would wait behind it.
 */
const MOST_DATA_BYTES = 700_000

export interface DraftDeps {
  readonly cipher: PersonalCipher
  readonly newId: () => string
  readonly policies: PolicyBook
  readonly registry: EventRegistry
}

/**
 * Makes a decided event ready for its stream: its data are checked while they can still be read, then personal fields are
 * encrypted. Its policy is the one in force when it happened, so that an import is judged by the rules of its time.
 * @throws ServiceError `INPUT_INVALID` for values that cannot be kept, and for more than a message can hold;
 * `EVENT_INVALID` for data of another shape than promised
 */
export async function draftOf(
  deps: DraftDeps,
  event: DomainEvent,
  at: Instant,
  origin: EventOrigin,
  session: ClientSession,
): Promise<EventDraft> {
  const { type } = event
  const schemaVersion = deps.registry.currentVersionOf(type)
  const personalFields = deps.registry.personalFieldsOf(type, schemaVersion)
  refuseProblems(type, problemsOfPlainData(deps.registry, event, schemaVersion, personalFields))
  const occurredAt = event.occurredAt ? knownMoment(event.occurredAt, null, origin.recordedAt).at : at
  const data = await withoutPlainText(deps.cipher, event, { personalFields, occurredAt }, session)
  if (Buffer.byteLength(JSON.stringify(data)) > MOST_DATA_BYTES) {
    throw new ServiceError('INPUT_INVALID', `${type} holds more than ${MOST_DATA_BYTES} bytes`)
  }
  const policyVersion = deps.policies.versionAt(occurredAt)
  return { ...origin, id: deps.newId(), type, schemaVersion, data, occurredAt, policyVersion }
}

/** Encrypted text looks well whatever it holds, so what is wrong with it shows only before. */
function problemsOfPlainData(
  registry: EventRegistry,
  { type, data }: DomainEvent,
  version: number,
  personalFields: readonly string[],
): readonly EventProblem[] {
  const problems = [...registry.problemsOfEventData(type, version, data), ...problemsOfTexts(data)]
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, path: `/data${problem.path}` }))
  // The contract holds: data is an object.
  const fields = data as Readonly<Record<string, unknown>>
  return personalFields
    .filter((name) => String(fields[name] ?? '').length > LONGEST_PERSONAL_TEXT)
    .map((name) => ({
      path: `/data/${name}`,
      reason: `must NOT have more than ${LONGEST_PERSONAL_TEXT} characters`,
      isValue: true,
    }))
}

async function withoutPlainText(
  cipher: PersonalCipher,
  { type, data }: DomainEvent,
  { personalFields, occurredAt }: { readonly personalFields: readonly string[]; readonly occurredAt: Instant },
  session: ClientSession,
): Promise<unknown> {
  // The contract was checked before: data is an object, and its personal fields hold text or null.
  const fields = data as Readonly<Record<string, unknown>>
  const filled = personalFields.filter((name) => typeof fields[name] === 'string')
  if (filled.length === 0) return data
  const customerId = textOwnerIn(data)
  if (customerId === null) throw new ServiceError('EVENT_INVALID', `${type} holds personal text of nobody`)
  const encrypt = await cipher.encryptorOf(customerId, session)
  return { ...fields, ...Object.fromEntries(filled.map((name) => [name, encrypt(String(fields[name]), occurredAt)])) }
}
