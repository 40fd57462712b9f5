import { createHash } from 'node:crypto'
import { canonicalJson, problemOfText } from '@afterline/events'
import { hiddenInIdentifier, type Instant, millisOf, plainIdentifier, type Violation } from '@afterline/rules'
import type { ClientSession, Connection } from 'mongoose'
import type { Command, CommandRequest } from '../interfaces.ts'
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
  readonly fingerprint: string
}

/**
 * Keys are per actor: nobody can read another's answer by guessing a key.
 * Blanks around it and the width of its letters make it no other key.
 * @throws ServiceError `INPUT_INVALID` for a key that is blank, too long, no text, or holds what nobody sees
 */
export function keyedCommandOf(category: string, request: CommandRequest<Command>, isCreation: boolean): KeyedCommand {
  const { command } = request
  const idempotencyKey = plainIdentifier(request.idempotencyKey)
  refuseUnfitKey(idempotencyKey)
  return {
    key: `${withoutBars(command.by.id)}|${idempotencyKey}`,
    fingerprint: fingerprintOf(category, request, isCreation),
  }
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
  const { id, command, expectedVersion = null, backdatedBecause = null } = request
  const { type, data, at } = command
  const happenedAt = backdatedBecause === null ? null : at
  const content = canonicalJson({ category, id, type, data, expectedVersion, backdatedBecause, happenedAt })
  const comparable = isCreation ? content.replaceAll(JSON.stringify(id), '"new"') : content
  return createHash('sha256').update(comparable).digest('base64url')
}

/**
 * The first answer to the key, if there was one.
 * @throws ServiceError `IDEMPOTENCY_KEY_REUSED` when that was to another command
 */
export async function firstAnswer(
  connection: Connection,
  { key, fingerprint }: KeyedCommand,
  session: ClientSession,
): Promise<CommandDocument | null> {
  const known = await commandsOf(connection).findOne({ _id: key }, { session })
  if (known && known.fingerprint !== fingerprint) {
    throw new ServiceError('IDEMPOTENCY_KEY_REUSED', 'the idempotency key was used for another command')
  }
  return known
}

export interface Answer {
  readonly stream: string
  readonly version: number
  readonly violations: readonly Violation[]
  readonly at: Instant
}

/**
 * Remembers the answer in the transaction that gives it. Of two concurrent commands with one key, one is retried.
 * @throws NotNew
 */
export async function rememberAnswer(
  connection: Connection,
  { key, fingerprint }: KeyedCommand,
  answer: Answer,
  session: ClientSession,
): Promise<void> {
  const expiresAt = new Date(millisOf(answer.at) + REMEMBERED_FOR_MS)
  await insertedAsNew(
    commandsOf(connection).insertOne(
      { _id: key, fingerprint, ...answer, expiresAt },
      { session, ignoreUndefined: true },
    ),
  )
}
