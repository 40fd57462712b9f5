import type { KeyObject } from 'node:crypto'
import type { Context } from '@afterline/events'
import type { PolicyBook } from '@afterline/rules'
import { databaseNameOf, verifyContext } from '@afterline/service-kit'
import type { mongo } from 'mongoose'
import type { ProgressBar } from '../progress.ts'
import { areSameFigures, restoredFigures } from './figures.ts'
import type { KeptDatabase, SealHead } from './manifest.ts'
import type { OpenBackup } from './open-backup.ts'
import { connectionTo, fillDatabases } from './restore-backup.ts'
import { openScratch } from './scratch.ts'
import { streamHeads } from './stream-heads.ts'

export interface VerifyBackupOptions {
  readonly backup: OpenBackup
  readonly client: mongo.MongoClient
  /** Of databases that hold nothing else: they are emptied before and after. */
  readonly scratchPrefix: string
  readonly publicKeys: readonly KeyObject[]
  readonly policies: PolicyBook
  readonly progress: ProgressBar
}

/** What is wrong with a backup that could be read, once it was restored. */
export interface RestoreProblem {
  readonly context: Context
  readonly code: string
  readonly message: string
}

/**
 * Restores a backup beside the instance, checks chains and seals of what came out, and compares its figures with those that
 * services answered when it was taken.
 * @returns nothing where the backup is as good as the databases were
 * @throws BackupError UNDER_WAY while another process checks one, or once another has taken over from this one
 */
export async function problemsOfRestored(options: VerifyBackupOptions): Promise<readonly RestoreProblem[]> {
  const { backup, client, scratchPrefix: prefix, progress } = options
  const scratch = await openScratch({ client, prefix })
  const heldProgress: ProgressBar = {
    start: (label, total) => progress.start(label, total),
    advance(by) {
      scratch.requireHeld()
      progress.advance(by)
    },
    end: () => progress.end(),
  }
  try {
    await fillDatabases({ backup, client, prefix, progress: heldProgress, isRepublishing: false })
    const problems: RestoreProblem[] = []
    for (const kept of backup.manifest.databases) problems.push(...(await problemsOf(options, kept)))
    return problems
  } finally {
    await scratch.drop()
  }
}

async function problemsOf(
  { client, scratchPrefix, publicKeys, policies }: VerifyBackupOptions,
  kept: KeptDatabase,
): Promise<readonly RestoreProblem[]> {
  const { context, seals, figures, snapshotAt } = kept
  const database = client.db(databaseNameOf(scratchPrefix, context))
  const connection = connectionTo(client, database)
  const { broken } = await verifyContext({ connection, context, publicKeys })
  const integrity = broken.map(({ code, message }) => ({ context, code, message }))
  const heads: RestoreProblem[] = []
  for (const head of seals) {
    if (!(await isThere(database, head))) {
      heads.push({
        context,
        code: 'SEAL_HEAD',
        message: `the last seal of ${head.collection} is not number ${head.number}`,
      })
    }
  }
  const streams = await headProblems(client, scratchPrefix, kept)
  const restored = await restoredFigures({ connection, context, policies, asOf: snapshotAt })
  const message = 'figures of the restored events are not those that the service answered'
  return [
    ...integrity,
    ...heads,
    ...streams,
    ...(areSameFigures(figures, restored) ? [] : [{ context, code: 'FIGURES', message }]),
  ]
}

/** Whether every stream ends where it did, with the same event; earlier releases told nothing of that. */
export async function headProblems(
  client: mongo.MongoClient,
  prefix: string,
  { context, heads }: KeptDatabase,
): Promise<readonly RestoreProblem[]> {
  if (heads === undefined) return []
  const { streams, root } = await streamHeads(client.db(databaseNameOf(prefix, context)))
  if (streams === heads.streams && root === heads.root) return []
  const message = `the last events of ${streams} streams are not those of the ${heads.streams} that were backed up`
  return [{ context, code: 'STREAM_HEADS', message }]
}

async function isThere(database: mongo.Db, { collection, number, root, signature }: SealHead): Promise<boolean> {
  const last = await database.collection(collection).findOne({}, { sort: { _id: -1 } })
  return last !== null && Number(last._id) === number && last['root'] === root && last['signature'] === signature
}
