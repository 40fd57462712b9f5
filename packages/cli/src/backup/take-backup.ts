import { type Context, contexts } from '@afterline/events'
import { instantFromMillis, type PolicyBook } from '@afterline/rules'
import { kept } from '@afterline/service-kit'
import type { mongo } from 'mongoose'
import type { Instance } from '../instance.ts'
import type { ProgressBar } from '../progress.ts'
import { BackupError } from './backup-error.ts'
import { type BackupFolder, backupFolder, backupsIn, begunAt, GOES_ON_FOR_MS, newBackupId } from './backup-folder.ts'
import { keysOf } from './backup-keys.ts'
import { beginRun, requireNoRun } from './backup-run.ts'
import type { BackupStore } from './backup-store.ts'
import { inParts } from './document-parts.ts'
import { liveFigures } from './figures.ts'
import {
  type KeptCollection,
  type KeptDatabase,
  type Manifest,
  newManifest,
  type Part,
  type SealHead,
} from './manifest.ts'
import { sealPart } from './sealed-part.ts'
import { openSnapshot, type Snapshot, snapshotFault } from './snapshot.ts'
import { streamHeads } from './stream-heads.ts'

export interface TakeBackupOptions {
  readonly instance: Instance
  readonly store: BackupStore
  readonly key: Buffer
  readonly policies: PolicyBook
  readonly progress: ProgressBar
  /** Of the documents in a part before compression, about; a document is never divided. */
  readonly partBytes?: number
  /** How often it is said that the backup is under way; who has not said so for four times that is gone. */
  readonly renewedMs?: number
}

const PART_BYTES = 16 * 1024 * 1024
const RENEWED_MS = 15_000

/**
 * Writes what of each database cannot be made anew, as of one instant of that database. One that was interrupted within a
 * day goes on: databases that are done stay, the one under way begins again, because MongoDB does not keep its instant.
 * @throws BackupError UNDER_WAY while another process writes it
 */
export async function takeBackup(options: TakeBackupOptions): Promise<Manifest> {
  const { store, key, policies, renewedMs = RENEWED_MS } = options
  const unfinished = await unfinishedOf(store, key, renewedMs)
  let { folder, manifest } = unfinished ?? begin(store, policies)
  const run = await beginRun(store, folder.id, renewedMs)
  try {
    if (unfinished === null) await folder.keepUnfinished(key, manifest)
    const files = { folder, suffix: unfinished === null ? '' : `-${run.name}` }
    for (const context of contexts) {
      if (manifest.databases.some((database) => database.context === context)) continue
      const database = await takeDatabase(options, files, context).catch((error: unknown) => {
        throw snapshotFault(error)
      })
      manifest = { ...manifest, databases: [...manifest.databases, database] }
      await run.requireAlone()
      await folder.keepUnfinished(key, manifest)
    }
    const complete = { ...manifest, completedAt: instantFromMillis(Date.now()) }
    await run.requireAlone()
    await folder.complete(key, complete)
    return complete
  } finally {
    await run.end()
  }
}

interface Begun {
  readonly folder: BackupFolder
  readonly manifest: Manifest
}

/** Where parts go, and what is in the names of those that another run did not begin: no run writes over those of another. */
interface Files {
  readonly folder: BackupFolder
  readonly suffix: string
}

function begin(store: BackupStore, policies: PolicyBook): Begun {
  const now = new Date()
  const id = newBackupId(now)
  const startedAt = instantFromMillis(now.getTime())
  return { folder: backupFolder(store, id), manifest: newManifest(id, startedAt, policies.versionAt(startedAt)) }
}

async function unfinishedOf(store: BackupStore, key: Buffer, renewedMs: number): Promise<Begun | null> {
  const recent = (await backupsIn(store)).filter((id) => Date.now() - begunAt(id) < GOES_ON_FOR_MS)
  for (const id of recent.toReversed()) {
    const folder = backupFolder(store, id)
    if ((await unfinishedIn(folder, key)) === null) continue
    await requireNoRun(store, id, renewedMs)
    // Who wrote it may be done by now.
    const manifest = await unfinishedIn(folder, key)
    if (manifest !== null) return { folder, manifest }
  }
  return null
}

/** `null` also where it cannot be read under this key: such a one is left alone, and another one is begun. */
async function unfinishedIn(folder: BackupFolder, key: Buffer): Promise<Manifest | null> {
  if (await folder.hasManifest()) return null
  return folder.unfinished(key).catch((error: unknown) => {
    if (error instanceof BackupError && error.code === 'MANIFEST_SPOILED') return null
    throw error
  })
}

async function takeDatabase(options: TakeBackupOptions, files: Files, context: Context): Promise<KeptDatabase> {
  const snapshot = await openSnapshot(options.instance, context)
  try {
    const { connection, database, session, at } = snapshot
    const present = new Set(
      (await connection.getClient().db(database).listCollections({}, { nameOnly: true }).toArray()).map(
        ({ name }) => name,
      ),
    )
    const names = kept.filter((one) => present.has(one))
    const figures = await liveFigures({ connection, session, context, policies: options.policies, asOf: at })
    const seals = await sealHeads(snapshot, names)
    const heads = await streamHeads(connection.getClient().db(database), session)
    const collections: KeptCollection[] = []
    for (const name of names) collections.push(await takeCollection(options, files, snapshot, context, name))
    return { context, database, snapshotAt: at, collections, seals: [...seals], heads, figures }
  } finally {
    await snapshot.close()
  }
}

async function takeCollection(
  { key, progress, partBytes = PART_BYTES }: TakeBackupOptions,
  { folder, suffix }: Files,
  { connection, database, session }: Snapshot,
  context: Context,
  name: string,
): Promise<KeptCollection> {
  const { parts: partKey } = keysOf(key, folder.id)
  const collection = connection.getClient().db(database).collection(name)
  const total = await collection.countDocuments({}, { session })
  if (total > 0) progress.start(`${context} ${name}`, total)
  // Raw documents are bytes: nothing is read into them, and nothing of them is changed on the way.
  const cursor = collection.find({}, { session, sort: { _id: 1 }, raw: true }) as unknown as AsyncIterable<Buffer>
  const parts: Part[] = []
  for await (const { documents, bytes } of inParts(cursor, partBytes)) {
    const index = parts.length
    const sealed = await sealPart(partKey, { backupId: folder.id, database, collection: name, index }, bytes)
    const file = `${context}.${name}${suffix}.${String(index).padStart(6, '0')}.part`
    parts.push({ file, documents, ...(await folder.writePart(file, sealed)) })
    progress.advance(documents)
  }
  if (total > 0) progress.end()
  const documents = parts.reduce((sum, part) => sum + part.documents, 0)
  if (documents === total) return { name, documents, parts }
  throw new BackupError('COUNT_DIFFERENT', `of ${total} documents of ${database}.${name}, ${documents} were read`)
}

async function sealHeads(
  { connection, database, session }: Snapshot,
  collections: readonly string[],
): Promise<readonly SealHead[]> {
  type Seal = Omit<SealHead, 'number' | 'collection'> & { readonly _id: number }
  const heads: SealHead[] = []
  for (const collection of collections.filter((name) => /^seals(-\d+)?$/.test(name))) {
    const seals: mongo.Collection<Seal> = connection.getClient().db(database).collection(collection)
    const last = await seals.findOne({}, { session, sort: { _id: -1 } })
    if (last === null) continue
    const { _id: number, root, previousDigest, signature } = last
    heads.push({ collection, number, root, previousDigest, signature })
  }
  return heads
}
