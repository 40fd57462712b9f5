import { contexts } from '@afterline/events'
import { databaseNameOf } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createSmallInstance, type SmallInstance } from './fixtures/small-instance.ts'
import { openScratch } from './scratch.ts'

const LEASE_MS = 2_000
let small: SmallInstance
let prefix: string

beforeAll(async () => {
  small = await createSmallInstance()
  prefix = `${small.prefix}_restored`
})
afterAll(() => small.dispose())

const open = () => openScratch({ client: small.client, prefix, leaseMs: LEASE_MS })
const underWay = expect.objectContaining({ code: 'UNDER_WAY' })

async function fill(): Promise<void> {
  for (const context of contexts) await small.collectionOf(prefix, context, 'events').insertOne({ _id: 'restored' })
}

const counts = () =>
  Promise.all(contexts.map((context) => small.collectionOf(prefix, context, 'events').countDocuments()))

async function databases(): Promise<readonly string[]> {
  const { databases } = await small.client.db('admin').admin().listDatabases({ nameOnly: true })
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix))
}

describe('databases into which a backup is restored to be checked', () => {
  it('are those of one check at a time: another is refused, and empties nothing (OPS-1)', async () => {
    const one = await open()
    await fill()
    await expect(open()).rejects.toEqual(underWay)
    expect(await counts()).toEqual(contexts.map(() => 1))
    one.requireHeld()
    await one.drop()
    expect(await databases()).toEqual([])
  })

  it('are taken over, and emptied, once the process that used them is gone (OPS-1)', async () => {
    await fill()
    // As who was killed leaves it: held for a while yet.
    const lease = { _id: 'scratch', owner: 'gone', token: 1, uses: 1, expiresAt: new Date(Date.now() + LEASE_MS / 2) }
    await small.collectionOf(prefix, 'customers', 'leases').insertOne(lease)
    const next = await open()
    expect(await counts()).toEqual(contexts.map(() => 0))
    await next.drop()
    expect(await databases()).toEqual([])
  })

  it('are not dropped by who has lost them to another (OPS-1)', async () => {
    const one = await open()
    const lease = small.client.db(databaseNameOf(prefix, 'customers')).collection('leases')
    await lease.updateOne({}, { $set: { owner: 'another', expiresAt: new Date(Date.now() + 60_000) } })
    await fill()
    await expect(one.drop()).rejects.toEqual(underWay)
    expect(() => one.requireHeld()).toThrow('wait until it is over')
    expect(await counts()).toEqual(contexts.map(() => 1))
    await lease.deleteOne({})
  })
})
