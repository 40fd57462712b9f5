import { mongo } from 'mongoose'

const DUPLICATE_KEY = 11_000

/** Whether a unique value of what was to be written is taken: of the id, or of another unique index. */
export function isDuplicateKey(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY
}
