import { consumerOf, groupOf } from '../projections/build.ts'
import { dropBuildCollection } from '../projections/build-collections.ts'
import type { RetiredBuild } from '../projections/register.ts'
import { forgetBuild } from '../projections/register-store.ts'
import { removeCursors } from './cursor.ts'
import { removeParked } from './parked.ts'
import type { ConsumerDeps } from './projection-run.ts'

/**
 * Removes what is left of builds that were retired long enough ago: group, collections, cursors, parked events. The group
 * goes first: as long as it has members, somebody may still write. May be interrupted anywhere, and repeated by anybody.
 */
export async function removeRetired(
  { connection, kafka, log }: Pick<ConsumerDeps, 'connection' | 'kafka' | 'log'>,
  projection: string,
  retired: readonly RetiredBuild[],
  keepMs: number,
): Promise<void> {
  for (const build of retired) {
    if (Date.now() - build.retiredAt.getTime() < keepMs) continue
    if (!(await kafka.removeGroup(groupOf(projection, build)))) continue
    for (const name of build.collections) await dropBuildCollection(connection, name, build)
    const consumer = consumerOf(projection, build)
    await removeParked(connection, consumer)
    await removeCursors(connection, consumer)
    await forgetBuild(connection, projection, build)
    log.info({ consumer: projection, version: build.version, build: build.number }, 'a retired projection was removed')
  }
}
