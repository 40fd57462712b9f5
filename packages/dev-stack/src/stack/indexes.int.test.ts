import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseNameOf, removeUsers } from '@afterline/service-kit/rights'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import mongoose, { type mongo } from 'mongoose'
import { repositoryRoot } from '../repository.ts'
import { provideDatabaseUsers } from './database-users.ts'
import { type Surroundings, serviceEnvironment } from './environment.ts'
import { freeLayout, serviceNames } from './layout.ts'
import { instanceSecrets } from './secrets.ts'

jest.setTimeout(120_000)

const databasePrefix = `indexes_${crypto.randomUUID().slice(0, 8)}`
const mongodbUri = process.env['MONGODB_URI'] ?? ''
let folder: string
let client: mongo.MongoClient
let around: Surroundings

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-indexes-'))
  client = await new mongoose.mongo.MongoClient(mongodbUri).connect()
  const secrets = await instanceSecrets(folder)
  const databaseUsers = await provideDatabaseUsers(mongodbUri, databasePrefix, secrets, () => {})
  const kafkaBrokers = process.env['KAFKA_BROKERS'] ?? ''
  const places = { mongodbUri, databaseUsers, databasePrefix, kafkaBrokers, topicPrefix: `${databasePrefix}.` }
  around = { layout: await freeLayout(), secrets, ...places }
})
afterAll(async () => {
  for (const name of serviceNames) await client.db(databaseNameOf(databasePrefix, name)).dropDatabase()
  await removeUsers(client, databasePrefix)
  await client.close()
  await rm(folder, { recursive: true })
})

describe('a service that is started for its indexes', () => {
  it.each(serviceNames)('makes them with its own rights and ends, and may be started again: %s', async (name) => {
    const start = () => {
      const env = { ...process.env, ...serviceEnvironment(name, around) }
      const main = join(repositoryRoot, `services/${name}/src/main.ts`)
      return spawnSync(process.execPath, [main, '--indexes'], { env, encoding: 'utf8' })
    }
    const made = start()
    expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: '' })
    const database = client.db(databaseNameOf(databasePrefix, name))
    const indexesOf = async (collection: string) =>
      Object.keys(await database.collection(collection).indexInformation())
    expect(await indexesOf('events')).toContain('stream_1_version_1')
    expect(await indexesOf('seals')).toContain('events.id_1')
    expect(await indexesOf('rebuilds')).toContain('requestedAt_-1')
    expect(start().status).toBe(0)
  })
})
