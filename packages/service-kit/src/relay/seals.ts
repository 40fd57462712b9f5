import type { Connection } from 'mongoose'
import { databaseOf } from '../store/database.ts'
import type { SealDocument } from './seal.ts'

/** The chain of a shard. */
export const sealsOf = (connection: Connection, shard = 0) =>
  databaseOf(connection).collection<SealDocument>(shard === 0 ? 'seals' : `seals-${shard}`)
