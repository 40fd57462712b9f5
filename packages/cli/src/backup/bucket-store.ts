import { createHash } from 'node:crypto'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { BackupError } from './backup-error.ts'
import type { BackupStore } from './backup-store.ts'

export interface Bucket {
  /** As it was named. */
  readonly place: string
  readonly bucket: string
  /** Folders around those of backups, outermost first. */
  readonly prefix: readonly string[]
}

/** What no other region means to a store that has none. */
const ANY_REGION = 'us-east-1'

/**
 * Objects of an S3-compatible store. Where it is, and who asks, the client takes from the usual places: `AWS_ENDPOINT_URL_S3`,
 * `AWS_REGION`, `AWS_ACCESS_KEY_ID` and so on, a file of credentials, or the machine. What was not sent whole, with the digest that
 * goes before it, the store does not take; what fails in passing, the client repeats.
 */
export function bucketStore({ place, bucket: Bucket, prefix }: Bucket): BackupStore {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION } = process.env
  const client = new S3Client({
    // Names of buckets are no host names but where the store is Amazon's.
    forcePathStyle: Boolean(AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL),
    ...(AWS_REGION ? {} : { region: ANY_REGION }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const keyOf = (...names: readonly string[]) => [...prefix, ...names].join('/')
  const below = (...names: readonly string[]) => {
    const path = keyOf(...names)
    return path === '' ? '' : `${path}/`
  }
  const asked = <Answer>(asking: Promise<Answer>) =>
    asking.catch((error: unknown) => {
      throw faultOf(place, error)
    })
  return {
    place,
    folders: () =>
      asked(
        (async () => {
          const names: string[] = []
          const Prefix = below()
          for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix, Delimiter: '/' })) {
            for (const { Prefix: path = '' } of page.CommonPrefixes ?? []) names.push(path.slice(Prefix.length, -1))
          }
          return names.toSorted()
        })(),
      ),
    async write(folder, file, content) {
      const ChecksumSHA256 = createHash('sha256').update(content).digest('base64')
      const object = { Bucket, Key: keyOf(folder, file), Body: content, ContentLength: content.length, ChecksumSHA256 }
      await asked(client.send(new PutObjectCommand(object)))
    },
    async read(folder, file) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(folder, file) })).catch((error) => {
        if (error instanceof NoSuchKey) return null
        throw faultOf(place, error)
      })
      const bytes = await asked(found?.Body?.transformToByteArray() ?? Promise.resolve(null))
      return bytes === null ? null : Buffer.from(bytes)
    },
    async remove(folder, file) {
      await asked(client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(folder, file) })))
    },
    async removeFolder(folder) {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: below(folder) })) {
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]))
        if (Objects.length > 0) await asked(client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } })))
      }
    },
  }
}

function faultOf(place: string, error: unknown): BackupError {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return new BackupError('STORE_FAILED', `${place} does not do what is asked (${reason})`)
}
