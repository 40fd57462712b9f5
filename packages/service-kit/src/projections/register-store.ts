import type { ClientSession, Connection } from 'mongoose'
import { ConsumerError } from '../consumers/consumer-error.ts'
import { hasCursors } from '../consumers/cursor.ts'
import { parkedOf, standingStreams } from '../consumers/parked.ts'
import type { Projection } from '../interfaces.ts'
import { databaseOf } from '../store/database.ts'
import { inTransaction } from '../store/transaction.ts'
import { type Build, consumerOf, FIRST_BUILD } from './build.ts'
import {
  isCurrent,
  isOtherCode,
  type ProjectionRegister,
  type RegisteredBuild,
  registerFor,
  switchedIn,
  withNext,
} from './register.ts'

const registersOf = (connection: Connection) =>
  databaseOf(connection).collection<ProjectionRegister>('projectionBuilds')

export function findRegister(connection: Connection, projection: string): Promise<ProjectionRegister | null> {
  return registersOf(connection).findOne({ _id: projection })
}

/**
 * Sees to it that a build of this release's version is current or catches up. Any number of processes may do so at once.
 * @throws ConsumerError VERSION_NOT_RAISED
 */
export async function keepRegister(
  connection: Connection,
  projection: Projection,
  isStart: boolean,
): Promise<ProjectionRegister> {
  const known = await findRegister(connection, projection.name)
  if (known && isOtherCode(known, projection)) {
    const { name, version } = projection
    const message = `${name} handles other events, or keeps other collections, than its version ${version} did before`
    throw new ConsumerError('VERSION_NOT_RAISED', message)
  }
  if (known && registerFor(known, projection, { isStart, isAdopted: false, now: new Date() }) === known) return known
  return inTransaction(connection, async (session) => {
    const stored = await registersOf(connection).findOne({ _id: projection.name }, { session })
    const isAdopted =
      stored === null && (await hasCursors(connection, consumerOf(projection.name, FIRST_BUILD), session))
    const register = registerFor(stored, projection, { isStart, isAdopted, now: new Date() })
    if (register !== stored) {
      await registersOf(connection).replaceOne({ _id: projection.name }, register, { session, upsert: true })
    }
    return register
  })
}

/**
 * Lets readers see the build that was catching up, unless it is that no longer, or stands still where the current one does
 * not: readers would lose what they have.
 * @returns how many streams stand in the way; `null` when the build was not the one that is catching up
 */
export async function switchIn(connection: Connection, projection: string, build: Build): Promise<number | null> {
  return inTransaction(connection, async (session) => {
    const register = await registersOf(connection).findOne({ _id: projection }, { session })
    if (register?.catchingUp?.number !== build.number) return null
    const before = register.current && consumerOf(projection, register.current)
    const inTheWay = (await streamsInTheWay(connection, register, session)).length
    if (inTheWay > 0) {
      const standing = { $set: { 'catchingUp.standing': inTheWay } }
      await registersOf(connection).updateOne({ _id: projection }, standing, { session })
      return inTheWay
    }
    await registersOf(connection).replaceOne({ _id: projection }, switchedIn(register, new Date()), { session })
    // What the old one could not apply is nobody's matter any more.
    if (before !== null) await parkedOf(connection).deleteMany({ consumer: before }, { session })
    return 0
  })
}

/** The streams at which the build that catches up stands still, while the current one, if there is one, does not. */
export async function streamsInTheWay(
  connection: Connection,
  { _id, current, catchingUp }: ProjectionRegister,
  session: ClientSession,
): Promise<readonly string[]> {
  if (current === null || catchingUp === null) return []
  const before = new Set(await standingStreams(connection, consumerOf(_id, current), session))
  const after = await standingStreams(connection, consumerOf(_id, catchingUp), session)
  return after.filter((stream) => !before.has(stream))
}

/**
 * Begins to make anew what projections of this release keep, beside what readers see; a build that catches up already is
 * one. What another release keeps up is left to it.
 */
export async function restartProjections(
  connection: Connection,
  projections: readonly Projection[],
  session: ClientSession,
): Promise<void> {
  for (const projection of projections) {
    const register = await registersOf(connection).findOne({ _id: projection.name }, { session })
    if (register?.current?.version !== projection.version || register.catchingUp !== null) continue
    if (isOtherCode(register, projection)) continue
    const next = withNext(register, projection, new Date())
    await registersOf(connection).replaceOne({ _id: projection.name }, next, { session })
  }
}

/** The registers of those projections of this release that catch up. */
export async function registersCatchingUp(
  connection: Connection,
  projections: readonly Projection[],
  session: ClientSession,
): Promise<readonly ProjectionRegister[]> {
  const names = projections.map(({ name }) => name)
  const registers = await registersOf(connection)
    .find({ _id: { $in: names } }, { session })
    .toArray()
  const versions = new Map(projections.map(({ name, version }) => [name, version]))
  return registers.filter(({ _id, catchingUp }) => catchingUp?.version === versions.get(_id))
}

/** Strikes a retired build off, once nothing is left of it. */
export async function forgetBuild(
  connection: Connection,
  projection: string,
  { number }: RegisteredBuild,
): Promise<void> {
  await registersOf(connection).updateOne({ _id: projection }, { $pull: { retired: { number } } })
}

/** Whether readers see, of every projection, what this release makes of its events. */
export async function areProjectionsCurrent(
  connection: Connection,
  projections: readonly Projection[],
): Promise<boolean> {
  for (const projection of projections) {
    const register = await findRegister(connection, projection.name)
    if (register === null || !isCurrent(register, projection.version) || isOtherCode(register, projection)) return false
  }
  return true
}
