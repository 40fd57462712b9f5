import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { dataKeysOf } from './data-keys.ts'
import { foreignMasterKeys } from './foreign-master-keys.ts'
import { keyRotationState } from './key-rotation.ts'
import { masterKeysOf, UNNAMED } from './master-keys.ts'

const [ours, other, third] = [randomBytes(32), randomBytes(32), randomBytes(32)]
const nameOf = (masterKey: Buffer) => masterKeysOf({ masterKey }).current

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.dispose())

/** Data keys of new customers. */
async function wrapUnder(masterKey: Buffer, count: number): Promise<void> {
  const documents = Array.from({ length: count }, () => {
    const _id = randomUUID()
    return { _id, keyRef: randomUUID(), ...masterKeysOf({ masterKey }).wrap(randomBytes(32), _id) }
  })
  await dataKeysOf(database.connection).insertMany(documents)
}

const forgetNames = () => dataKeysOf(database.connection).updateMany({}, { $unset: { masterKey: 1 } })
const foreign = (lost: readonly string[] = [], otherMasterKeys: readonly Buffer[] = []) =>
  foreignMasterKeys(database.connection, masterKeysOf({ masterKey: ours, otherMasterKeys }), lost)

describe('a database without data keys', () => {
  it('is begun under any master key; what is erased is under none (SEC-1)', async () => {
    expect(await foreign()).toBeNull()
    await dataKeysOf(database.connection).insertOne({ _id: 'erased', keyRef: 'next', wrapped: null })
    expect(await foreign()).toBeNull()
  })
})

describe('a database whose data keys are all under other master keys', () => {
  it('is refused to a process that has none of these, and names them (SEC-1)', async () => {
    await wrapUnder(other, 3)
    await wrapUnder(third, 1)
    expect((await foreign())?.toSorted()).toEqual([nameOf(other), nameOf(third)].toSorted())
    expect(await foreign([], [third])).toBeNull()
  })

  it('is taken up where these are said to be lost, and only where all of them are (SEC-1)', async () => {
    await wrapUnder(other, 3)
    await wrapUnder(third, 1)
    expect(await foreign([nameOf(other)])).toEqual([nameOf(third)])
    expect(await foreign([nameOf(other), nameOf(third)])).toBeNull()
  })
})

describe('a database with a data key under the own master key', () => {
  it('is taken up, though others are lost (SEC-1)', async () => {
    await wrapUnder(other, 3)
    await wrapUnder(ours, 1)
    expect(await foreign()).toBeNull()
  })

  it('tells under which master keys there are any (SEC-1)', async () => {
    await wrapUnder(other, 3)
    await wrapUnder(ours, 1)
    const under = [nameOf(ours), nameOf(other)].toSorted()
    expect(await keyRotationState(database.connection)).toMatchObject({ masterKey: null, keys: 4, under })
  })
})

describe('data keys from before they named their master key', () => {
  it('are tried: those of another one are refused (SEC-1)', async () => {
    await wrapUnder(other, 30)
    await forgetNames()
    expect(await foreign()).toEqual([UNNAMED])
    expect(await foreign([UNNAMED])).toBeNull()
    expect(await foreign([], [other])).toBeNull()
  })

  it('are taken up by the one that opens them (SEC-1)', async () => {
    await wrapUnder(ours, 3)
    await forgetNames()
    expect(await foreign()).toBeNull()
    expect(await keyRotationState(database.connection)).toMatchObject({ keys: 3, under: [] })
  })
})
