import { createHash, randomBytes } from 'node:crypto'
import { BackupError } from './backup-error.ts'
import type { BackupStore } from './backup-store.ts'
import { authenticated, type Manifest, manifestIn, type Part } from './manifest.ts'

/*
 * A store holds a folder per backup: its parts, and `manifest.json` once it is complete. Until then `unfinished.json`
 * says what of it is there, so that whoever comes next goes on.
 */

const MANIFEST = 'manifest.json'
const UNFINISHED = 'unfinished.json'
/** There once it was restored, and found to be good. */
const CHECKED = 'checked.json'
const BACKUP_ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/

/** Sorted by time, as their names are. */
export async function backupsIn(store: BackupStore): Promise<readonly string[]> {
  return (await store.folders()).filter((name) => BACKUP_ID.test(name))
}

/** @example newBackupId(new Date('2026-02-14T02:00:00Z')) // '20260214T020000Z-5f0c21aa' */
export function newBackupId(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`
}

/** Milliseconds since 1970, as the id of a backup tells. */
export function begunAt(id: string): number {
  return Date.parse(id.slice(0, 16).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

/** How long one that was interrupted goes on; after that, it is removed. */
export const GOES_ON_FOR_MS = 24 * 3600 * 1000

/** One backup in its store. */
export interface BackupFolder {
  readonly id: string
  writePart(file: string, sealed: Buffer): Promise<Pick<Part, 'bytes' | 'sha256'>>
  /** @throws BackupError PART_MISSING, or PART_SPOILED where it is not what the manifest says */
  readPart(part: Part): Promise<Buffer>
  /** `null` where there is none. @throws BackupError MANIFEST_SPOILED */
  manifest(key: Buffer): Promise<Manifest | null>
  /** Whether it is complete, under whatever key. */
  hasManifest(): Promise<boolean>
  /** What was done before an interruption. @throws BackupError MANIFEST_SPOILED */
  unfinished(key: Buffer): Promise<Manifest | null>
  keepUnfinished(key: Buffer, manifest: Manifest): Promise<void>
  complete(key: Buffer, manifest: Manifest): Promise<void>
  /** Whether it was found to be good when it was last restored. */
  isChecked(): Promise<boolean>
  noteCheck(isGood: boolean): Promise<void>
  remove(): Promise<void>
}

export function backupFolder(store: BackupStore, id: string): BackupFolder {
  const read = async (name: string, key: Buffer) => {
    const text = await store.read(id, name)
    return text === null ? null : manifestIn(key, text.toString('utf8'), id)
  }
  const write = (name: string, key: Buffer, manifest: Manifest) =>
    store.write(id, name, Buffer.from(authenticated(key, manifest)))
  return {
    id,
    async writePart(file, sealed) {
      await store.write(id, file, sealed)
      return { bytes: sealed.length, sha256: sha256Of(sealed) }
    },
    async readPart({ file, bytes, sha256 }) {
      const sealed = await store.read(id, file)
      if (sealed === null)
        throw new BackupError('PART_MISSING', `part ${file} of backup ${id} is missing in ${store.place}`)
      if (sealed.length === bytes && sha256Of(sealed) === sha256) return sealed
      throw new BackupError('PART_SPOILED', `part ${file} of backup ${id} in ${store.place} is not what was written`)
    },
    manifest: (key) => read(MANIFEST, key),
    hasManifest: async () => (await store.read(id, MANIFEST)) !== null,
    unfinished: (key) => read(UNFINISHED, key),
    keepUnfinished: (key, manifest) => write(UNFINISHED, key, manifest),
    async complete(key, manifest) {
      await write(MANIFEST, key, manifest)
      await store.remove(id, UNFINISHED)
    },
    isChecked: async () => (await store.read(id, CHECKED)) !== null,
    async noteCheck(isGood) {
      const checked = { checkedAt: new Date().toISOString() }
      if (isGood) await store.write(id, CHECKED, Buffer.from(`${JSON.stringify(checked)}\n`))
      else await store.remove(id, CHECKED)
    },
    async remove() {
      // Without its manifest it is none any more, should the rest be interrupted.
      await store.remove(id, MANIFEST)
      await store.removeFolder(id)
    },
  }
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
