import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Context, canonicalJson, contexts } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { z } from 'zod'
import { BackupError } from './backup-error.ts'
import { keysOf } from './backup-keys.ts'

/*
 * Glossary
 *   part      a file with some of a collection's documents, compressed and encrypted; small enough to be held in memory
 *   manifest  what a backup consists of, authenticated; written last, so that a folder without one is no backup (yet)
 */

/** Raised with every change that an older release could not read. The first one told nothing of the heads of streams. */
const FORMAT = 2
const FORMATS = [1, FORMAT] as const

const instant = z.string().transform(parseInstant)
const count = z.number().int().nonnegative()

const partSchema = z.object({
  /** Name of the file, within the folder of the backup. */
  file: z.string().regex(/^[a-z-]+\.[A-Za-z0-9-]+\.\d{6}\.part$/),
  documents: count,
  bytes: count,
  /** Of the file, hexadecimal. */
  sha256: z.string(),
})

const collectionSchema = z.object({ name: z.string(), documents: count, parts: z.array(partSchema) })

/** The last seal of a chain: its root and digest commit to every event that was sealed. */
const sealHeadSchema = z.object({
  collection: z.string(),
  number: count,
  root: z.string(),
  previousDigest: z.string(),
  signature: z.string(),
})

/** What the last events of all streams come to; see `StreamHeads`. */
const headsSchema = z.object({ streams: count, root: z.string() })

/** Figures as services answered them from the same snapshot; compared with those of the restored events. */
const figuresSchema = z.object({ from: z.string(), to: z.string(), asOf: z.string(), rows: z.array(z.unknown()) })

const databaseSchema = z.object({
  context: z.enum(contexts as unknown as [Context, ...Context[]]),
  database: z.string(),
  /** Of the instant of the cluster that everything of this database was read at. */
  snapshotAt: instant,
  collections: z.array(collectionSchema),
  seals: z.array(sealHeadSchema),
  heads: headsSchema.optional(),
  figures: figuresSchema,
})

const manifestSchema = z.object({
  format: z.literal(FORMATS),
  id: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/),
  startedAt: instant,
  /** Absent while the backup is being made. */
  completedAt: instant.nullable(),
  policyVersion: z.string(),
  databases: z.array(databaseSchema),
})

export type Part = Readonly<z.infer<typeof partSchema>>
export type KeptCollection = Readonly<z.infer<typeof collectionSchema>>
export type KeptDatabase = Readonly<z.infer<typeof databaseSchema>>
export type Manifest = Readonly<z.infer<typeof manifestSchema>>
export type SealHead = Readonly<z.infer<typeof sealHeadSchema>>

export const newManifest = (id: string, startedAt: Manifest['startedAt'], policyVersion: string): Manifest => {
  return { format: FORMAT, id, startedAt, completedAt: null, policyVersion, databases: [] }
}

/** As the file holds it: readable by anybody (it tells nothing of persons), changeable by nobody who lacks the key. */
export function authenticated(key: Buffer, manifest: Manifest): string {
  return `${JSON.stringify({ mac: macOf(key, manifest), manifest }, null, 1)}\n`
}

/** SHA-256 of what it says, hexadecimal: the same whoever reads it, and for no other manifest. */
export function digestOf(manifest: Manifest): string {
  return createHash('sha256').update(canonicalJson(manifest)).digest('hex')
}

/** @throws BackupError MANIFEST_SPOILED where it was changed, belongs to another folder, or was made under another key */
export function manifestIn(key: Buffer, text: string, id: string): Manifest {
  const spoiled = (reason: string) => new BackupError('MANIFEST_SPOILED', `the manifest of backup ${id} ${reason}`)
  const file = z.object({ mac: z.string(), manifest: z.unknown() }).safeParse(jsonIn(text))
  if (!file.success) throw spoiled('cannot be read')
  const parsed = manifestSchema.safeParse(file.data.manifest)
  if (!parsed.success) throw spoiled('cannot be read by this release')
  if (!isSameText(macOf(key, parsed.data), file.data.mac)) throw spoiled('was changed, or made with another key')
  if (parsed.data.id !== id) throw spoiled(`is that of ${parsed.data.id}`)
  return parsed.data
}

function macOf(key: Buffer, manifest: Manifest): string {
  return createHmac('sha256', keysOf(key, manifest.id).manifest).update(canonicalJson(manifest)).digest('hex')
}

function isSameText(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
