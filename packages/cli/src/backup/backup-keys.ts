import { hkdfSync } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { BackupError } from './backup-error.ts'

const KEY_BYTES = 32

/** The two uses of one backup's key, kept apart so that neither can be played against the other. */
export interface BackupKeys {
  /** Encrypts parts: AES-256-GCM. */
  readonly parts: Buffer
  /** Authenticates the manifest: HMAC-SHA-256. */
  readonly manifest: Buffer
}

/** @throws BackupError KEY_UNREADABLE unless the file holds 32 bytes in base64 */
export async function readBackupKey(file: string): Promise<Buffer> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const key = Buffer.from(text?.trim() ?? '', 'base64')
  if (key.length === KEY_BYTES) return key
  throw new BackupError(
    'KEY_UNREADABLE',
    `${file} has to hold 32 bytes in base64, as openssl rand -base64 32 > ${file} makes`,
  )
}

/** Keys of one backup: no two backups share any, so no part of one is a part of another. */
export function keysOf(key: Buffer, backupId: string): BackupKeys {
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, backupId, `afterline backup ${purpose} v1`, KEY_BYTES))
  return { parts: derived('parts'), manifest: derived('manifest') }
}
