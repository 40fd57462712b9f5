import { contexts } from '@afterline/events'
import type { ProgressBar } from '../progress.ts'
import { BackupError } from './backup-error.ts'
import { type BackupFolder, backupFolder, backupsIn } from './backup-folder.ts'
import { type BackupKeys, keysOf } from './backup-keys.ts'
import type { BackupStore } from './backup-store.ts'
import { documentsIn } from './document-parts.ts'
import type { KeptCollection, KeptDatabase, Manifest, Part } from './manifest.ts'
import { openPart } from './sealed-part.ts'

/** A backup whose every byte was found to be what was written. */
export interface OpenBackup {
  readonly folder: BackupFolder
  readonly keys: BackupKeys
  readonly manifest: Manifest
}

/**
 * Finds a backup in a store, the newest complete one unless another is named, and reads all of it once.
 * @throws BackupError for anything that is missing, changed, exchanged, of another backup or under another key
 */
export async function openBackup(
  store: BackupStore,
  key: Buffer,
  progress: ProgressBar,
  wanted?: string,
): Promise<OpenBackup> {
  const id = wanted ?? (await newestComplete(store, key))
  const folder = backupFolder(store, id)
  const manifest = await folder.manifest(key)
  if (manifest === null || manifest.completedAt === null) {
    throw new BackupError('MANIFEST_MISSING', `there is no complete backup ${id} in ${store.place}`)
  }
  const missing = contexts.filter((context) => !manifest.databases.some((database) => database.context === context))
  if (missing.length > 0) throw new BackupError('MANIFEST_SPOILED', `backup ${id} lacks ${missing.join(', ')}`)
  const backup = { folder, keys: keysOf(key, id), manifest }
  await readWholly(backup, progress)
  return backup
}

async function newestComplete(store: BackupStore, key: Buffer): Promise<string> {
  for (const id of (await backupsIn(store)).toReversed()) {
    if ((await backupFolder(store, id).manifest(key)) !== null) return id
  }
  throw new BackupError('MANIFEST_MISSING', `there is no complete backup in ${store.place}`)
}

async function readWholly(backup: OpenBackup, progress: ProgressBar): Promise<void> {
  const all = backup.manifest.databases.flatMap((database) =>
    database.collections.flatMap((collection) =>
      collection.parts.map((part, index) => ({ database, collection, part, index })),
    ),
  )
  progress.start('parts', all.length)
  for (const { database, collection, part, index } of all) {
    await documentsOf(backup, database, collection, part, index)
    progress.advance(1)
  }
  progress.end()
}

/** @throws BackupError as above, also where there are not as many documents as the manifest says */
export async function documentsOf(
  { folder, keys, manifest }: OpenBackup,
  { database }: KeptDatabase,
  { name }: KeptCollection,
  part: Part,
  index: number,
): Promise<readonly Buffer[]> {
  const place = { backupId: manifest.id, database, collection: name, index }
  const documents = [...documentsIn(await openPart(keys.parts, place, await folder.readPart(part)))]
  if (documents.length === part.documents) return documents
  throw new BackupError('PART_SPOILED', `${part.file} holds ${documents.length} documents, not ${part.documents}`)
}
