import { BackupError } from './backup-error.ts'
import type { BackupStore } from './backup-store.ts'
import { volumeStore } from './volume-store.ts'

const BUCKET = 's3://'

/** @param place a folder, or `s3://bucket/prefix` @throws BackupError PLACE_UNKNOWN for a bucket without a name */
export async function openBackupStore(place: string): Promise<BackupStore> {
  if (!place.startsWith(BUCKET)) return volumeStore(place)
  const [bucket = '', ...below] = place.slice(BUCKET.length).split('/')
  if (bucket === '') throw new BackupError('PLACE_UNKNOWN', `${place} names no bucket`)
  // Only who keeps backups there waits for the client to be read.
  const { bucketStore } = await import('./bucket-store.ts')
  return bucketStore({ place, bucket, prefix: below.filter((part) => part !== '') })
}
