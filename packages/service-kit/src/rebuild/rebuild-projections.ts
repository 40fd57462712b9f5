import type { ClientSession, Connection } from 'mongoose'
import { countCursors } from '../consumers/cursor.ts'
import type { Projection } from '../interfaces.ts'
import { consumerOf } from '../projections/build.ts'
import type { ProjectionRegister } from '../projections/register.ts'
import { registersCatchingUp, restartProjections, streamsInTheWay } from '../projections/register-store.ts'
import { NO_CORRECTIONS, type RebuildProblem, type Stretch } from './rebuild-job.ts'

export interface ProjectionSource {
  readonly connection: Connection
  readonly projections: readonly Projection[]
}

/**
 * Has the consumers make every projection anew from the first event on, and waits until readers see that. What stands in
 * the way of one is named, and the job ends without it: it takes its place as soon as that is dealt with.
 * @param after streams that the new builds had met when it was last looked, as text, so that those who watch see it move
 */
export async function rebuildProjections(
  { connection, projections }: ProjectionSource,
  after: string | null,
  session: ClientSession,
): Promise<Stretch> {
  if (after === null) await restartProjections(connection, projections, session)
  const waiting = await registersCatchingUp(connection, projections, session)
  const moving = waiting.filter(({ catchingUp }) => catchingUp?.standing === undefined)
  const stretch = { streams: 0, corrected: NO_CORRECTIONS }
  if (moving.length > 0) return { ...stretch, after: String(await metBy(connection, moving, session)), problems: [] }
  const problems: RebuildProblem[] = []
  for (const register of waiting) problems.push(...(await problemsOf(connection, register, session)))
  return { ...stretch, after: null, problems }
}

async function metBy(
  connection: Connection,
  registers: readonly ProjectionRegister[],
  session: ClientSession,
): Promise<number> {
  let met = 0
  for (const { _id, catchingUp } of registers) {
    if (catchingUp) met += await countCursors(connection, consumerOf(_id, catchingUp), session)
  }
  return met
}

async function problemsOf(
  connection: Connection,
  register: ProjectionRegister,
  session: ClientSession,
): Promise<readonly RebuildProblem[]> {
  const streams = await streamsInTheWay(connection, register, session)
  const message = `made anew, ${register._id} stands still here; what it was stays in use until that is dealt with`
  return streams.map((stream) => ({ stream, code: 'PARKED', message }))
}
