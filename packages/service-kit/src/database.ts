import { ensureConsumerIndexes } from './consumers/parked.ts'
import { ensureRetryIndexes } from './consumers/retry-requests.ts'
import type { StoredAggregate } from './interfaces.ts'
import type { Kit } from './kit.ts'
import { ensureRebuildIndexes } from './rebuild/rebuilding.ts'
import { ensureRelayIndexes } from './relay/index.ts'
import { ensureStoreIndexes, fillUniqueValues } from './store/index.ts'

/** What has to be there before a service serves: it sees to it at each start. Safe to repeat, and beside others. */
export async function ensureServing(kit: Kit, aggregates: readonly StoredAggregate[]): Promise<void> {
  await Promise.all([ensureStoreIndexes(kit.connection), ensureRelayIndexes(kit.connection)])
  await fillUniqueValues(kit, aggregates)
}

/**
 * All that processes of the service would make at their starts, whatever their roles: done beforehand, no process builds an
 * index while others serve. Only what a projection's build keeps is made by the build.
 */
export async function ensureDatabase(kit: Kit, aggregates: readonly StoredAggregate[]): Promise<void> {
  const { connection, config } = kit
  await ensureServing(kit, aggregates)
  await ensureRelayIndexes(connection, config.AFTERLINE_RELAY_SHARDS)
  await ensureConsumerIndexes(connection)
  await ensureRetryIndexes(connection)
  await ensureRebuildIndexes(connection)
}
