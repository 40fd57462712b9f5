import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { freeLayout } from '../stack/layout.ts'
import { type BackingServices, startBackingServices } from './backing-services.ts'
import { until } from './condition.ts'
import { withKafkaAdmin } from './kafka-ready.ts'
import { isAlive } from './process-table.ts'

const MINUTES = 60_000
const { MONGODB_URI: _uri, KAFKA_BROKERS: _brokers, ...env } = process.env

describe('backing services of one data folder', () => {
  let dataDir: string
  let services: BackingServices

  const start = async (): Promise<BackingServices> =>
    startBackingServices({ dataDir, ports: (await freeLayout()).backing, log: () => {}, env })

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'afterline-backing-'))
    services = await start()
  }, 3 * MINUTES)

  afterAll(async () => {
    await services.stop()
    await rm(dataDir, { recursive: true })
  }, MINUTES)

  async function inMongo<T>(use: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
    const client = new mongoose.mongo.MongoClient(services.mongodbUri, { serverSelectionTimeoutMS: 30_000 })
    try {
      return await use(client)
    } finally {
      await client.close()
    }
  }

  const storedNames = (): Promise<string[]> =>
    inMongo(async (client) =>
      (await client.db('trial').collection('things').find().toArray()).map((thing) => String(thing['name'])),
    )

  it('offer transactions', async () => {
    await inMongo((client) =>
      client.withSession((session) =>
        session.withTransaction(() =>
          client
            .db('trial')
            .collection('things')
            .insertOne({ name: 'kept' }, { session })
            .then(() => {}),
        ),
      ),
    )
    expect(await storedNames()).toEqual(['kept'])
  })

  it('create a topic only when told to', async () => {
    const topics = await withKafkaAdmin(services.kafkaBrokers, async (admin) => {
      await admin.createTopics({ topics: [{ topic: 'trial', numPartitions: 2 }], waitForLeaders: true })
      return admin.listTopics()
    })
    expect(topics).toEqual(['trial'])
  })

  it(
    'leave no process behind when stopped, and have kept everything when started again on other ports',
    async () => {
      const pids = services.processes.map((process) => process.pid() ?? 0)
      await services.stop()
      expect(pids.filter(isAlive)).toEqual([])
      services = await start()
      expect(await storedNames()).toEqual(['kept'])
      expect(await withKafkaAdmin(services.kafkaBrokers, (admin) => admin.listTopics())).toEqual(['trial'])
    },
    3 * MINUTES,
  )

  it(
    'come back by themselves when the database is killed',
    async () => {
      const mongod = services.processes.find(({ name }) => name === 'mongod')
      const killed = mongod?.pid()
      if (mongod === undefined || killed === undefined) return
      process.kill(killed, 'SIGKILL')
      await until(async () => (mongod.deaths() > 0 && mongod.pid() !== undefined ? true : undefined), {
        timeoutMs: MINUTES,
        what: 'The second start of mongod',
      })
      expect(await storedNames()).toEqual(['kept'])
    },
    2 * MINUTES,
  )
})
