import { isDuplicateKey } from './duplicate-key.ts'

/**
 * Something that nearly always is new, and was not looked for, is there already: the key of a command, or the record that
 * a command begins. The command has to be looked at again.
 */
class NotNew extends Error {
  constructor(options: ErrorOptions) {
    super('what a command writes for the first time is there already', options)
    this.name = 'NotNew'
  }
}

/** @throws NotNew where the id of what is inserted is taken */
export async function insertedAsNew<Result>(insertion: Promise<Result>): Promise<Result> {
  try {
    return await insertion
  } catch (error) {
    if (isTakenId(error)) throw new NotNew({ cause: error })
    throw error
  }
}

function isTakenId(error: unknown): boolean {
  return isDuplicateKey(error) && Object.keys(error['keyPattern'] ?? {}).join() === '_id'
}
