import { backupFolder, backupsIn, begunAt, GOES_ON_FOR_MS } from './backup-folder.ts'
import { hasRunSince } from './backup-run.ts'
import type { BackupStore } from './backup-store.ts'
import { expired, type KeptBackup, type Retention } from './retention.ts'

/**
 * Removes what the retention does not keep, and what was interrupted and does not go on any more: it holds keys of persons,
 * too. What another key made stays.
 * @returns the ids of what was removed
 */
export async function removeExpired(store: BackupStore, key: Buffer, retention: Retention): Promise<readonly string[]> {
  const complete: KeptBackup[] = []
  const left: string[] = []
  for (const id of await backupsIn(store)) {
    const folder = backupFolder(store, id)
    if (!(await folder.hasManifest())) {
      if (await isLeft(store, key, id)) left.push(id)
      continue
    }
    const manifest = await folder.manifest(key).catch(() => null)
    if (manifest !== null) complete.push({ id, isChecked: await folder.isChecked() })
  }
  const removed = [...expired(complete, retention), ...left].toSorted()
  for (const id of removed) await backupFolder(store, id).remove()
  return removed
}

async function isLeft(store: BackupStore, key: Buffer, id: string): Promise<boolean> {
  const since = Date.now() - GOES_ON_FOR_MS
  if (begunAt(id) > since || (await hasRunSince(store, id, since))) return false
  // Parts of which nothing tells are left, too. What cannot be read may be another key's.
  return backupFolder(store, id)
    .unfinished(key)
    .then(
      () => true,
      () => false,
    )
}
