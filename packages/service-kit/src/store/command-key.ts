import { createHash } from 'node:crypto'
import { canonicalJson, type DomainEvent, problemOfText } from '@afterline/events'
import { hiddenInIdentifier, type Instant, millisOf, plainIdentifier, type Violation } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { Aggregate, Command, CommandRequest, SeenVersion } from '../interfaces.ts'
import type { PersonalCipher, TextSubject } from '../personal/personal-cipher.ts'
import { type CommandDocument, commandsOf } from './collections.ts'
import { insertedAsNew } from './not-new.ts'
import { ServiceError } from './service-error.ts'

/** How long a repeated key still gets its first answer. */
const REMEMBERED_FOR_MS = 90 * 24 * 60 * 60 * 1000

/** Longer than anything that names a request, and than a key that another one stands in. */
const LONGEST_KEY = 500

/** A command as the memory of keys knows it. */
export interface KeyedCommand {
  readonly key: string
  /** Of all that it says, but for text about persons. */
  readonly fingerprint: string
  /** As earlier releases made it, of all that it says. */
  readonly formerFingerprint: string
  /** Its text about persons, readable; `null` where there is none. Only a tag under the customer's key is ever stored. */
  readonly personalText: string | null
}

/**
 * Keys are per actor: nobody can read another's answer by guessing a key.
 * Blanks around it and the width of its letters make it no other key.
 * @throws ServiceError `INPUT_INVALID` for a key that is blank, too long, no text, or holds what nobody sees
 */
export function keyedCommandOf(
  { category, personalFields = {} }: Pick<AnyAggregate, 'category' | 'personalFields'>,
  request: CommandRequest<Command>,
  isCreation: boolean,
): KeyedCommand {
  const { command } = request
  const idempotencyKey = plainIdentifier(request.idempotencyKey)
  refuseUnfitKey(idempotencyKey)
  const key = `${withoutBars(command.by.id)}|${idempotencyKey}`
  const formerFingerprint = fingerprintOf(category, request, isCreation)
  const { rest, personal } = withoutPersonalText(command, personalFields)
  const further = (request.steps ?? []).map((step) => withoutPersonalText(step, personalFields))
  const isPersonal = [{ personal }, ...further].some((told) => told.personal !== null)
  if (!isPersonal) return { key, fingerprint: formerFingerprint, formerFingerprint, personalText: null }
  const impersonal = { ...request, command: rest, steps: further.map((step) => step.rest) }
  return {
    key,
    fingerprint: fingerprintOf(category, impersonal, isCreation),
    formerFingerprint,
    // With the key, so that equal texts of two commands have tags that tell nobody so.
    personalText: canonicalJson({
      key,
      personal,
      ...(further.length > 0 ? { steps: further.map((told) => told.personal) } : {}),
    }),
  }
}

type AnyAggregate = Aggregate<never, never, DomainEvent, never>

/** Of the texts, the rest tells only that they were there: what follows from the text itself could be guessed at. */
function withoutPersonalText(
  command: Command,
  personalFields: NonNullable<AnyAggregate['personalFields']>,
): { readonly rest: Command; readonly personal: Readonly<Record<string, string>> | null } {
  const { data, type } = command
  const fields = personalFields[type] ?? []
  if (typeof data !== 'object' || data === null) return { rest: command, personal: null }
  const texts = Object.entries(data).filter(
    (entry): entry is [string, string] => fields.includes(entry[0]) && typeof entry[1] === 'string',
  )
  if (texts.length === 0) return { rest: command, personal: null }
  const told = Object.fromEntries(texts.map(([name]) => [name, { isText: true }]))
  return { rest: { ...command, data: { ...data, ...told } }, personal: Object.fromEntries(texts) }
}

function refuseUnfitKey(key: string): void {
  const hidden = hiddenInIdentifier(key) === null ? null : 'holds a character that nobody sees'
  const problem = key.length > LONGEST_KEY ? `has more than ${LONGEST_KEY} characters` : (problemOfText(key) ?? hidden)
  const reason = key === '' ? 'is blank' : problem
  if (reason === null) return
  throw new ServiceError('INPUT_INVALID', `the idempotency key ${reason}`, { field: 'idempotencyKey' })
}

/** Identity providers make ids with bars in them: actor `a|b` with key `c` is not actor `a` with key `b|c`. */
function withoutBars(actorId: string): string {
  return actorId.replaceAll('%', '%25').replaceAll('|', '%7C')
}

/**
 * What makes two commands the same. The instant is left out unless it was entered on purpose, because a client that
 * repeats a request does so later. A creation leaves its own id out: whoever repeats it has been given another one.
 */
function fingerprintOf(category: string, request: CommandRequest<Command>, isCreation: boolean): string {
  const { id, command, steps = [], expectedVersion = null, backdatedBecause = null } = request
  const { type, data, at } = command
  const further = steps.length > 0 ? { steps: steps.map((step) => [step.type, step.at, step.data]) } : {}
  const happenedAt = backdatedBecause === null ? null : at
  const content = canonicalJson({ category, id, type, data, expectedVersion, backdatedBecause, happenedAt, ...further })
  const comparable = isCreation ? content.replaceAll(JSON.stringify(id), '"new"') : content
  return createHash('sha256').update(comparable).digest('base64url')
}

interface MemoryDeps {
  readonly connection: Connection
  readonly cipher: PersonalCipher
}

/**
 * The first answer to the key, if there was one.
 * @throws ServiceError `IDEMPOTENCY_KEY_REUSED` when that was to another command
 */
export async function firstAnswer(
  { connection, cipher }: MemoryDeps,
  keyed: KeyedCommand,
  session: ClientSession,
): Promise<CommandDocument | null> {
  const known = await commandsOf(connection).findOne({ _id: keyed.key }, { session })
  if (known && !(await isSameCommand(cipher, known, keyed))) {
    throw new ServiceError('IDEMPOTENCY_KEY_REUSED', 'the idempotency key was used for another command')
  }
  return known
}

/**
 * Once the person was erased, nobody can tell whether the text is the same, and the rest decides: who repeats a command
 * whose answer got lost must not have it done twice, least of all where that brings back what was erased.
 */
async function isSameCommand(
  cipher: PersonalCipher,
  { fingerprint, personal }: CommandDocument,
  { fingerprint: own, formerFingerprint, personalText }: KeyedCommand,
): Promise<boolean> {
  if (personal === undefined) return fingerprint === formerFingerprint
  if (fingerprint !== null && fingerprint !== own) return false
  return personal === null || (await cipher.isTagOf(personal, personalText ?? '')) !== false
}

export interface Answer {
  readonly stream: string
  readonly version: number
  readonly violations: readonly Violation[]
  readonly saw?: readonly SeenVersion[]
  readonly at: Instant
  /** Whose text the command can hold: that of a customer who has no key, or of nobody, is not compared. */
  readonly subject: TextSubject | null
}

/**
 * Remembers the answer in the transaction that gives it. Of two concurrent commands with one key, one is retried.
 * @throws NotNew
 */
export async function rememberAnswer(
  { connection, cipher }: MemoryDeps,
  { key, fingerprint, personalText }: KeyedCommand,
  { subject, ...answer }: Answer,
  session: ClientSession,
): Promise<void> {
  const expiresAt = new Date(millisOf(answer.at) + REMEMBERED_FOR_MS)
  const personal = personalText === null || subject === null ? null : await cipher.tagOf(personalText, subject, session)
  await insertedAsNew(
    commandsOf(connection).insertOne(
      { _id: key, fingerprint, personal, ...answer, expiresAt },
      { session, ignoreUndefined: true },
    ),
  )
}

/**
 * As earlier releases remembered commands, text about persons is in the fingerprints, without a key: an erasure takes all of
 * them. The answers stay; which command they belong to is no longer asked.
 */
export async function forgetKeylessFingerprints(connection: Connection): Promise<void> {
  const keyless = { personal: { $exists: false } }
  await commandsOf(connection).updateMany(keyless, { $set: { fingerprint: null, personal: null } })
}
