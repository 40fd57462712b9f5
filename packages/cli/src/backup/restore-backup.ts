import { createRebuilding, databaseNameOf, ensureStoreIndexes } from '@afterline/service-kit'
import mongoose, { type Connection, type mongo } from 'mongoose'
import type { ProgressBar } from '../progress.ts'
import { BackupError } from './backup-error.ts'
import type { KeptCollection, KeptDatabase } from './manifest.ts'
import { documentsOf, type OpenBackup } from './open-backup.ts'
import { requireNobodyServes } from './serving.ts'

export interface FillOptions {
  readonly backup: OpenBackup
  /** Of somebody who may write there. */
  readonly client: mongo.MongoClient
  /** Before `_<service>` in the names of the databases that are filled. */
  readonly prefix: string
  readonly progress: ProgressBar
  /** Whether topics lost what was published, too: then relays publish everything once more, as it was sealed. */
  readonly isRepublishing: boolean
}

export interface RestoreOptions extends FillOptions {
  /** Whether databases with something in them are emptied first. */
  readonly isOverwriting: boolean
}

/** How far a database is restored; gone once all of them are whole. */
interface RestoreMark {
  /** The backup. */
  readonly _id: string
  /** Files of the parts that are in. */
  readonly parts: readonly string[]
  /** How it was begun, and has to go on: what is in by the one way is not what the other way leaves. Absent: `false`. */
  readonly isRepublishing?: boolean
}

interface Target {
  readonly kept: KeptDatabase
  readonly name: string
  readonly database: mongo.Db
}

const MARK = 'restoring'
const SAFELY = { writeConcern: { w: 'majority', journal: true } } as const

/**
 * Fills the services' databases with what the backup holds, and asks the services for a rebuild of everything else, which they
 * carry out when they start. Interrupted, it goes on where it stopped.
 * @throws BackupError TARGET_NOT_EMPTY, TARGET_BEGUN_OTHERWISE or TARGET_SERVED, before anything is written or dropped
 */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const taken: Target[] = []
  const all = targets(options)
  for (const target of all) if (!(await isFree(options, target))) taken.push(target)
  for (const { database } of all) await requireNobodyServes(database)
  for (const { database } of taken) await database.dropDatabase()
  await fillDatabases(options)
}

/** As above, where the databases are known to hold nothing that a backup holds. */
export async function fillDatabases(options: FillOptions): Promise<void> {
  const all = targets(options)
  for (const { kept, database } of all) await restoreDatabase(options, kept, database)
  // Only now: until all are whole, one that is must not be taken for somebody else's.
  for (const { database } of all) await database.dropCollection(MARK)
}

const targets = ({ backup, client, prefix }: FillOptions): readonly Target[] =>
  backup.manifest.databases.map((kept) => {
    const name = databaseNameOf(prefix, kept.context)
    return { kept, name, database: client.db(name) }
  })

/** Empty, or begun by this very restore; otherwise it is to be dropped, if it may be. */
async function isFree(
  { backup, isOverwriting, isRepublishing }: RestoreOptions,
  { name, database }: Target,
): Promise<boolean> {
  const mark = await marksOf(database).findOne({})
  if (mark?._id === backup.manifest.id) {
    if ((mark.isRepublishing ?? false) === isRepublishing) return true
    if (isOverwriting) return false
    const way = isRepublishing ? 'without' : 'with'
    const message = `the restore of database ${name} was begun ${way} --republish: repeat it so, or with --overwrite`
    throw new BackupError('TARGET_BEGUN_OTHERWISE', message)
  }
  if (mark === null && (await isEmpty(database))) return true
  if (isOverwriting) return false
  throw new BackupError('TARGET_NOT_EMPTY', `database ${name} is not empty`)
}

async function isEmpty(database: mongo.Db): Promise<boolean> {
  const names = await database.listCollections({}, { nameOnly: true }).toArray()
  for (const { name } of names) {
    if ((await database.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return false
  }
  return true
}

const marksOf = (database: mongo.Db) => database.collection<RestoreMark>(MARK)

async function restoreDatabase(options: FillOptions, kept: KeptDatabase, database: mongo.Db): Promise<void> {
  const { backup, progress, isRepublishing } = options
  const { id } = backup.manifest
  const mark = await marksOf(database).findOneAndUpdate(
    { _id: id },
    { $setOnInsert: { parts: [], isRepublishing } },
    { upsert: true, returnDocument: 'after', ...SAFELY },
  )
  const done = new Set(mark?.parts)
  const collections = kept.collections.filter(({ name }) => !(isRepublishing && name === 'publishedSeals'))
  const total = collections.reduce((sum, { documents }) => sum + documents, 0)
  progress.start(kept.context, total)
  for (const collection of collections) {
    for (const [index, part] of collection.parts.entries()) {
      if (!done.has(part.file)) {
        await insertAll(database, collection, await documentsOf(backup, kept, collection, part, index))
        await marksOf(database).updateOne({ _id: id }, { $addToSet: { parts: part.file } }, SAFELY)
      }
      progress.advance(part.documents)
    }
  }
  progress.end()
  await finish(options, kept, database)
}

async function finish({ client, isRepublishing }: FillOptions, kept: KeptDatabase, database: mongo.Db): Promise<void> {
  for (const { name, documents } of kept.collections) {
    // Earlier releases noted in a seal that it was published.
    if (isRepublishing && name.startsWith('seals')) {
      await database.collection(name).updateMany({}, { $unset: { publishedAt: 1 } }, SAFELY)
    }
    const found =
      name === 'publishedSeals' && isRepublishing ? documents : await database.collection(name).countDocuments()
    // Answers to requests run out while they are restored.
    if (found === documents || name === 'commands') continue
    throw new BackupError('COUNT_DIFFERENT', `${name} has ${found} documents, not ${documents}`)
  }
  const connection = connectionTo(client, database)
  await ensureStoreIndexes(connection)
  await createRebuilding({ connection, context: kept.context }).request()
}

/** A view of the client's own connection, which closes it. */
export function connectionTo(client: mongo.MongoClient, { databaseName }: mongo.Db): Connection {
  return mongoose.createConnection().setClient(client).useDb(databaseName)
}

const INSERTED_AT_ONCE = 1_000
/** Types of BSON stay what they are: a number that was stored as 64 bits must not become one of 32. */
const AS_STORED = { promoteValues: false, promoteBuffers: false, bsonRegExp: true } as const
const DUPLICATE_KEY = 11_000

async function insertAll(database: mongo.Db, { name }: KeptCollection, documents: readonly Buffer[]): Promise<void> {
  for (let at = 0; at < documents.length; at += INSERTED_AT_ONCE) {
    const some = documents.slice(at, at + INSERTED_AT_ONCE)
    const inserted = some.map((document) => mongoose.mongo.BSON.deserialize(document, AS_STORED))
    await database
      .collection(name)
      .insertMany(inserted, { ordered: false, ...SAFELY })
      .catch(ignoreThoseThere)
  }
}

/** Of a part that was interrupted, some documents are there already: of this backup, because the database was empty. */
function ignoreThoseThere(error: unknown): void {
  const isBulk = error instanceof mongoose.mongo.MongoBulkWriteError
  const faults = isBulk ? [error.writeErrors].flat() : []
  if (!isBulk || faults.some(({ code }) => code !== DUPLICATE_KEY)) throw error
}
