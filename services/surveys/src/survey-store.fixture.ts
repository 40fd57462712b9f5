import { randomBytes, randomUUID } from 'node:crypto'
import type { Instant, PolicyBook } from '@afterline/rules'
import {
  type CommandBus,
  createCommandBus,
  createPersonalCipher,
  ensureStoreIndexes,
  loadPolicies,
  type PersonalCipher,
} from '@afterline/service-kit'
import { type Connection, createConnection } from 'mongoose'
import { type SurveyModel, type SurveyRepository, surveyModel, surveyRepository } from './survey/survey.model.ts'

/** The service's store on a database of its own, for one test file. */
export interface SurveyStore {
  readonly connection: Connection
  readonly policies: PolicyBook
  readonly cipher: PersonalCipher
  readonly commands: CommandBus
  readonly model: SurveyModel
  readonly repository: SurveyRepository
  /** Drops the database and closes the connection. */
  dispose(): Promise<void>
}

/** @param now what the store's clock shows, all the time */
export async function openSurveyStore(now: Instant): Promise<SurveyStore> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: start the tests with the test command of the project')
  const dbName = `surveys_${randomBytes(6).toString('hex')}`
  const connection = await createConnection(uri, { dbName, autoIndex: false, autoCreate: false }).asPromise()
  const policies = await loadPolicies()
  const cipher = createPersonalCipher({ connection, masterKey: randomBytes(32) })
  const silent = () => undefined
  const log = { info: silent, warn: silent, error: silent }
  const commands = createCommandBus({
    connection,
    policies,
    cipher,
    now: () => now,
    newId: randomUUID,
    traceparent: () => null,
    log,
  })
  const model = surveyModel(connection)
  await ensureStoreIndexes(connection)
  const repository = surveyRepository(model)
  return {
    connection,
    policies,
    cipher,
    commands,
    model,
    repository,
    async dispose() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}
