import mongoose from 'mongoose'
import { until } from './condition.ts'
import { type Administrator, asMember, ensureAdministrator } from './mongodb-administrator.ts'

type MongoClient = mongoose.mongo.MongoClient

/** Name of the single-member replica set; transactions and change streams exist only in a replica set. */
export const REPLICA_SET = 'rs0'

const PROBE = { serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 2_000 } as const

/**
 * Makes the mongod at `host` (`127.0.0.1:port`) the primary of a replica set of one, and waits until it takes writes.
 * A data folder that moved to another port is reconfigured: its stored member address would make the node lose itself.
 */
export async function ensureSingleNodeReplicaSet(
  host: string,
  administrator: Administrator,
  failFast: () => void,
): Promise<void> {
  await until(
    async () => {
      failFast()
      const uri = asMember(`mongodb://${host}/?directConnection=true`, administrator)
      await withClient(uri, (client) => configure(client, host))
      return true
    },
    { timeoutMs: 60_000, what: `MongoDB's first answer on ${host}` },
  )
  const uri = replicaSetAt(host)
  await mongodbReady(uri, 60_000, failFast)
  await ensureAdministrator(uri, administrator)
}

export const replicaSetAt = (host: string) => `mongodb://${host}/?replicaSet=${REPLICA_SET}`

/** Waits until a writable primary of a replica set answers on this connection string. */
export async function mongodbReady(uri: string, timeoutMs: number, failFast: () => void = () => {}): Promise<void> {
  await until(
    async () => {
      failFast()
      const hello = await withClient(uri, (client) => client.db('admin').command({ hello: 1 }))
      if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
        throw new Error('it is not a member of a replica set, so it has no transactions')
      }
      return hello['isWritablePrimary'] === true ? true : undefined
    },
    { timeoutMs, what: 'A writable MongoDB primary' },
  )
}

async function configure(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin')
  const members = [{ _id: 0, host }]
  const stored = await admin.command({ replSetGetConfig: 1 }).catch((error: unknown) => {
    if (error instanceof mongoose.mongo.MongoServerError && error.codeName === 'NotYetInitialized') return undefined
    throw error
  })
  if (stored === undefined) {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } })
  } else if (stored['config'].members[0]?.host !== host) {
    const config = { ...stored['config'], members, version: stored['config'].version + 1 }
    await admin.command({ replSetReconfig: config, force: true })
  }
}

async function withClient<T>(uri: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(uri, PROBE)
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.close()
  }
}
