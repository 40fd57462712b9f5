import type { ClientSession, Connection } from 'mongoose'
import type { SeenVersion } from '../interfaces.ts'
import { followedVersions } from '../projections/followed-versions.ts'
import type { Followed } from './shared-reads.ts'

/**
 * At which version a decision saw each record of another service, within the transaction that decided. A record of which
 * nothing is there, or that the one who decides may not see, was seen at 0.
 */
export async function versionsSeen(
  connection: Connection,
  followed: readonly Followed[],
  session: ClientSession,
): Promise<readonly SeenVersion[]> {
  const versions = new Map<string, number>()
  const there = followed.filter(({ isThere }) => isThere)
  for (const [projection, records] of Map.groupBy(there, (record) => record.projection)) {
    const streams = records.map(({ stream }) => stream)
    const known = await followedVersions(connection, projection, streams, session)
    for (const [stream, version] of known) versions.set(stream, version)
  }
  return followed.map(({ stream }) => ({ stream, version: versions.get(stream) ?? 0 }))
}
