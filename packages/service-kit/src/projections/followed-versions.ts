import type { ClientSession, Connection } from 'mongoose'
import { readCursors } from '../consumers/cursor.ts'
import { consumerOf } from './build.ts'
import { readableBuild } from './readable-build.ts'

/**
 * How far readers see each of the streams, as a projection has followed them: version of the last event that it applied,
 * whether or not it had a use for it. A stream of which it has applied nothing is missing.
 *
 * That is the cursor, which changes in the transaction that applies the event: within a session, it is the version of what
 * the same session reads of the projection. No document has to keep it.
 */
export async function followedVersions(
  connection: Connection,
  projection: string,
  streams: readonly string[],
  session?: ClientSession,
): Promise<ReadonlyMap<string, number>> {
  const consumer = consumerOf(projection, await readableBuild(connection, projection))
  const cursors = await readCursors(connection, consumer, streams, session)
  return new Map([...cursors].map(([stream, { version }]) => [stream, version]))
}
