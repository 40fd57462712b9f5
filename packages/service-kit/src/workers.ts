import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '@afterline/events'
import { createClockMeters, createDeadlineClock, createRoutineWorker } from './bookkeeping/index.ts'
import { masterKeySecretsOf } from './config/index.ts'
import { createConsumers } from './consumers/index.ts'
import type { Projection, StoredAggregate } from './interfaces.ts'
import type { KafkaPort } from './kafka/index.ts'
import type { Kit } from './kit.ts'
import { createKeyRotator, masterKeysOf } from './personal/index.ts'
import { createRebuilder } from './rebuild/index.ts'
import { createRelay } from './relay/index.ts'
import type { Store } from './store/index.ts'

/** Something that works in the background until it is told to stop. */
export interface Worker {
  start(): void
  /** Resolves when what it has in hand is done. */
  stop(): Promise<void>
}

export interface WorkerDeps {
  readonly kit: Kit
  readonly store: Store
  readonly kafka: KafkaPort
  readonly service: {
    readonly context: Context
    readonly projections: readonly Projection[]
    readonly aggregates: readonly StoredAggregate[]
    readonly routine?: (kit: Kit) => Promise<void>
  }
}

/** How soon a rebuild begins that somebody asks for. It takes its time anyway, and nobody waits who only reads. */
const REBUILD_POLL_MS = 5_000

/** The workers that this process is to run, by its roles. */
export function workersOf({ kit, store, kafka, service }: WorkerDeps): readonly Worker[] {
  const { context, projections, aggregates, routine } = service
  const { config, connection, registry, policies, log, now } = kit
  const roles = config.AFTERLINE_ROLES
  const owner = `${config.AFTERLINE_SERVICE}-${randomUUIDv7()}`
  const sealKey = config.AFTERLINE_SEAL_KEY
  const shards = config.AFTERLINE_RELAY_SHARDS
  return [
    ...(roles.includes('relay')
      ? [createRelay({ connection, kafka, context, policies, registry, aggregates, sealKey, owner, log, now, shards })]
      : []),
    ...(roles.includes('consumer')
      ? [createConsumers({ connection, kafka, context, projections, commands: store, registry, log, now })]
      : []),
    ...(roles.includes('consumer')
      ? [
          createRebuilder({
            ...{ connection, context, registry, policies, aggregates, projections, owner, log },
            pollMs: REBUILD_POLL_MS,
          }),
        ]
      : []),
    ...(roles.includes('consumer') && config.AFTERLINE_MASTER_KEY_FORMER
      ? [createKeyRotator({ connection, masterKeys: masterKeysOf(masterKeySecretsOf(config)), log })]
      : []),
    ...(roles.includes('clock')
      ? [
          createDeadlineClock({ connection, commands: store, aggregates, now, log }),
          createClockMeters(connection, context, now),
          ...(routine === undefined ? [] : [createRoutineWorker(() => routine(kit), log)]),
        ]
      : []),
  ]
}
