import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError } from './backup-error.ts'
import { authenticated, type Manifest, manifestIn, type Part } from './manifest.ts'

/*
 * A volume holds a folder per backup: its parts, and `manifest.json` once it is complete. Until then `unfinished.json`
 * says what of it is there, so that whoever comes next goes on.
 */

const MANIFEST = 'manifest.json'
const UNFINISHED = 'unfinished.json'
const BACKUP_ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/

/** Sorted by time, as their names are. */
export async function backupsIn(volume: string): Promise<readonly string[]> {
  const names = await readdir(volume).catch(() => [])
  return names.filter((name) => BACKUP_ID.test(name)).toSorted()
}

/** @example newBackupId(new Date('2026-02-14T02:00:00Z')) // '20260214T020000Z-5f0c21aa' */
export function newBackupId(at: Date): string {
  return `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`
}

/** One backup on a volume. What is written is there as a whole or not at all, and on the disk. */
export interface BackupFolder {
  readonly id: string
  writePart(file: string, sealed: Buffer): Promise<Pick<Part, 'bytes' | 'sha256'>>
  /** @throws BackupError PART_MISSING, or PART_SPOILED where it is not what the manifest says */
  readPart(part: Part): Promise<Buffer>
  /** `null` where there is none. @throws BackupError MANIFEST_SPOILED */
  manifest(key: Buffer): Promise<Manifest | null>
  /** What was done before an interruption. @throws BackupError MANIFEST_SPOILED */
  unfinished(key: Buffer): Promise<Manifest | null>
  keepUnfinished(key: Buffer, manifest: Manifest): Promise<void>
  complete(key: Buffer, manifest: Manifest): Promise<void>
  remove(): Promise<void>
}

export function backupFolder(volume: string, id: string): BackupFolder {
  const folder = join(volume, id)
  const read = async (name: string, key: Buffer) => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null)
    return text === null ? null : manifestIn(key, text, id)
  }
  return {
    id,
    async writePart(file, sealed) {
      await writeWhole(folder, file, sealed)
      return { bytes: sealed.length, sha256: sha256Of(sealed) }
    },
    async readPart({ file, bytes, sha256 }) {
      const sealed = await readFile(join(folder, file)).catch(() => null)
      if (sealed === null) throw new BackupError('PART_MISSING', `${join(folder, file)} is missing`)
      if (sealed.length === bytes && sha256Of(sealed) === sha256) return sealed
      throw new BackupError('PART_SPOILED', `${join(folder, file)} is not what was written`)
    },
    manifest: (key) => read(MANIFEST, key),
    unfinished: (key) => read(UNFINISHED, key),
    keepUnfinished: (key, manifest) => writeWhole(folder, UNFINISHED, authenticated(key, manifest)),
    async complete(key, manifest) {
      await writeWhole(folder, MANIFEST, authenticated(key, manifest))
      await rm(join(folder, UNFINISHED), { force: true })
    },
    async remove() {
      // Without its manifest it is none any more, should the rest be interrupted.
      await rm(join(folder, MANIFEST), { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function writeWhole(folder: string, name: string, content: Buffer | string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const partial = join(folder, `${name}.partial`)
  const file = await open(partial, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, join(folder, name))
}
