import type { PolicyBook } from '@afterline/rules'
import type { ClientSession, Connection, mongo } from 'mongoose'
import { type StreamPlace, type TimerDocument, timersOf } from './documents.ts'
import { changesTimers, isAnnounced, type StoredTimers, type TimerStep, timerIdOf, timersAfter } from './timer-fold.ts'

/**
 * Writes the limits that the events of a change touch.
 * @returns those whose recorded breach the change would undo
 */
export async function writeTimers(
  deps: { readonly connection: Connection; readonly policies: PolicyBook },
  place: StreamPlace,
  steps: readonly TimerStep[],
  session: ClientSession,
): Promise<readonly TimerDocument[]> {
  const touching = steps.filter(changesTimers)
  if (touching.length === 0) return []
  const known = await knownTimers(deps.connection, touchedIds(place.stream, touching), session)
  const after = touching.reduce((timers, step) => timersAfter(deps.policies, place, timers, step), known)
  const changed = [...after.values()].filter((timer) => known.get(timer._id) !== timer)
  const removed = [...known.values()].filter(({ _id }) => !after.has(_id))
  const writes = [...changed.map(timerReplacement), ...removed.map(timerRemoval)]
  if (writes.length > 0) await timersOf(deps.connection).bulkWrite(writes, { session })
  const undone = changed.filter((timer) => isUndone(known.get(timer._id), timer))
  return [...undone, ...removed.filter(({ announced }) => announced.includes('BREACH'))]
}

/** Limits that the ledger had before, and those that were announced: each of these is marked, whatever the ledger says. */
function touchedIds(stream: string, steps: readonly TimerStep[]): readonly string[] {
  const named = [
    ...(steps[0]?.before ?? []),
    ...steps
      .map(({ event }) => event)
      .filter(isAnnounced)
      .map(({ data }) => data),
  ]
  return [...new Set(named.map((timer) => timerIdOf(stream, timer)))]
}

async function knownTimers(
  connection: Connection,
  ids: readonly string[],
  session: ClientSession,
): Promise<StoredTimers> {
  if (ids.length === 0) return new Map()
  const found = await timersOf(connection)
    .find({ _id: { $in: [...ids] } }, { session })
    .toArray()
  return new Map(found.map((document) => [document._id, document]))
}

/** A breach that was announced is undone when its limit then counts as met or was given up before it was due. */
function isUndone(known: TimerDocument | undefined, next: TimerDocument): boolean {
  if (known === undefined || !known.announced.includes('BREACH')) return false
  const { startedAt, stoppedAt, voidedAt, dueAt } = next
  const endedAt = stoppedAt ?? voidedAt
  return known.startedAt !== startedAt || (endedAt !== null && endedAt <= dueAt)
}

export function timerReplacement({ _id, ...fields }: TimerDocument): mongo.AnyBulkWriteOperation<TimerDocument> {
  return { replaceOne: { filter: { _id }, replacement: fields, upsert: true } }
}

export function timerRemoval({ _id }: Pick<TimerDocument, '_id'>): mongo.AnyBulkWriteOperation<TimerDocument> {
  return { deleteOne: { filter: { _id } } }
}
