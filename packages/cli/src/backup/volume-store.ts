import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupStore } from './backup-store.ts'

/** Folders and files below a folder, on the disk once they are written. */
export function volumeStore(volume: string): BackupStore {
  return {
    place: volume,
    async folders() {
      const names = await readdir(volume).catch(() => [])
      return names.toSorted()
    },
    async write(folder, file, content) {
      await mkdir(join(volume, folder), { recursive: true, mode: 0o700 })
      // Of two that write the same file, one is there as a whole.
      const partial = join(volume, folder, `${file}.${randomUUID()}.partial`)
      try {
        const opened = await open(partial, 'wx', 0o600)
        try {
          await opened.writeFile(content)
          await opened.sync()
        } finally {
          await opened.close()
        }
        await rename(partial, join(volume, folder, file))
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    read: (folder, file) => readFile(join(volume, folder, file)).catch(() => null),
    remove: (folder, file) => rm(join(volume, folder, file), { force: true }),
    removeFolder: (folder) => rm(join(volume, folder), { recursive: true, force: true }),
  }
}
