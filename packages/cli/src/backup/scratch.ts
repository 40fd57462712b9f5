import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Context, contexts } from '@afterline/events'
import { createLeaseKeeper, databaseNameOf } from '@afterline/service-kit'
import type { mongo } from 'mongoose'
import { BackupError } from './backup-error.ts'
import { connectionTo } from './restore-backup.ts'

/** Databases into which one process at a time restores: empty when it begins, gone when it ends. */
export interface Scratch {
  /** @throws BackupError UNDER_WAY where this process stood still for so long that another one may have taken them */
  requireHeld(): void
  /** @throws BackupError UNDER_WAY as above, and then drops nothing */
  drop(): Promise<void>
}

export interface ScratchOptions {
  readonly client: mongo.MongoClient
  /** Before `_<service>` in their names. */
  readonly prefix: string
  /** How long a process that ended without a word is held to be there. */
  readonly leaseMs?: number
}

/** Whose database holds the lease. */
const HOLDER: Context = 'customers'
const LEASES = 'leases'

/** Waits until who ended without a word is gone. @throws BackupError UNDER_WAY while another process uses them */
export async function openScratch(options: ScratchOptions): Promise<Scratch> {
  const { client, prefix, leaseMs = 30_000 } = options
  const holding = client.db(databaseNameOf(prefix, HOLDER))
  const lease = createLeaseKeeper(connectionTo(client, holding), 'scratch', randomUUID(), leaseMs)
  const underWay = () =>
    new BackupError('UNDER_WAY', `another check of a backup uses the databases ${prefix}_*: wait until it is over`)
  let heldAt = performance.now()
  let isLost = false
  const isHeld = () => !isLost && performance.now() - heldAt < leaseMs
  // The lease is dropped with its database, and tokens with it: only one that was held without a gap is still the same.
  const renew = async () => {
    const askedAt = performance.now()
    const token = isHeld() ? await lease.hold() : null
    if (token === null || !isHeld()) isLost = true
    else heldAt = askedAt
  }
  const requireHeld = () => {
    if (!isHeld()) throw underWay()
  }
  const dropOthers = async () => {
    for (const context of contexts.filter((one) => one !== HOLDER)) {
      await client.db(databaseNameOf(prefix, context)).dropDatabase()
    }
  }

  const until = performance.now() + leaseMs * 1.5
  for (;;) {
    heldAt = performance.now()
    if ((await lease.hold()) !== null) break
    if (performance.now() > until) throw underWay()
    await delay(leaseMs / 10)
  }
  // What fails in passing is repeated a third of the lease later; what goes on failing loses it.
  const renewing = setInterval(() => void lease.inTurn(renew).catch(() => null), leaseMs / 3)
  renewing.unref()
  await emptyAllBut(holding, LEASES)
  await dropOthers()
  return {
    requireHeld,
    async drop() {
      clearInterval(renewing)
      await lease.inTurn(renew)
      requireHeld()
      await dropOthers()
      await holding.dropDatabase()
    },
  }
}

async function emptyAllBut(database: mongo.Db, staying: string): Promise<void> {
  const collections = await database.listCollections({}, { nameOnly: true }).toArray()
  for (const { name } of collections) if (name !== staying) await database.dropCollection(name)
}
