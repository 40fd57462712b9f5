import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf } from '../store/database.ts'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { ensureStoreIndexes } from '../store/store-indexes.ts'
import { inTransaction } from '../store/transaction.ts'
import { createPersonalCipher } from './personal-cipher.ts'

// A busy machine is slow, not wrong.

const masterKey = randomBytes(32)
const NAME = '病区负责人'
let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
  await ensureStoreIndexes(database.connection)
})
afterAll(() => database.dispose())

const cipherWith = (key: Buffer) => createPersonalCipher({ connection: database.connection, masterKey: key })
const encrypted = (customerId: string, text: string, cipher = cipherWith(masterKey)) =>
  inTransaction(database.connection, (session) => cipher.encrypt(customerId, text, session))

describe('personal text', () => {
  it('is readable again, by another instance too, and never the same ciphertext twice (SEC-1)', async () => {
    const customerId = randomUUID()
    const first = await encrypted(customerId, NAME)
    const second = await encrypted(customerId, NAME)
    expect(first).toMatch(/^enc\.v1\.[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(first).not.toBe(second)
    expect(await cipherWith(masterKey).decrypt(first)).toBe(NAME)
    expect(await cipherWith(masterKey).decrypt(second)).toBe(NAME)
  })

  it('is not encrypted twice, but text that only looks encrypted is', async () => {
    const customerId = randomUUID()
    const ciphertext = await encrypted(customerId, NAME)
    expect(await encrypted(customerId, ciphertext)).toBe(ciphertext)
    const forged = `${ciphertext.slice(0, -4)}AAAA`
    const kept = await encrypted(customerId, forged)
    expect(kept).not.toBe(forged)
    expect(await cipherWith(masterKey).decrypt(kept)).toBe(forged)
  })

  it('does not open under another customer, another text or another master key', async () => {
    const cipher = cipherWith(masterKey)
    const ofOne = await encrypted(randomUUID(), NAME)
    const ofOther = await encrypted(randomUUID(), NAME)
    const [enc, version, , iv, sealed] = ofOne.split('.')
    const moved = [enc, version, ofOther.split('.')[2], iv, sealed].join('.')
    expect(await cipher.decrypt(moved)).toBeNull()
    expect(await cipher.decrypt(NAME)).toBeNull()
    await expect(cipherWith(randomBytes(32)).decrypt(ofOne)).rejects.toMatchObject({ code: 'KEY_INVALID' })
  })

  it('of an erased customer is gone, and text written afterwards is under a new key', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    const before = await encrypted(customerId, NAME, cipher)
    expect(await cipher.decrypt(before)).toBe(NAME)
    await cipher.erase(customerId)
    expect(await cipher.decrypt(before)).toBeNull()
    const after = await encrypted(customerId, NAME, cipher)
    expect(await cipher.decrypt(after)).toBe(NAME)
    expect(await cipher.decrypt(before)).toBeNull()
  })

  it('of one customer has one key, although many write it first at once', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    const texts = await Promise.all(Array.from({ length: 12 }, (_, index) => encrypted(customerId, `${index}`, cipher)))
    const keys = await databaseOf(database.connection)
      .collection('dataKeys')
      .countDocuments({ _id: customerId as never })
    expect(keys).toBe(1)
    expect(await Promise.all(texts.map((text) => cipher.decrypt(text)))).toEqual(texts.map((_, index) => `${index}`))
  })

  it('whose transaction fails leaves no key', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    let ciphertext = ''
    const failing = inTransaction(database.connection, async (session) => {
      ciphertext = await cipher.encrypt(customerId, NAME, session)
      throw new Error('broken off')
    })
    await expect(failing).rejects.toThrow('broken off')
    expect(await cipher.decrypt(ciphertext)).toBeNull()
  })
})

describe('a blind index', () => {
  it('is equal for equal texts but for case, width and space, and differs by text and master key', () => {
    const { blindIndex } = cipherWith(masterKey)
    expect(blindIndex(' Wang@Example.com ')).toBe(blindIndex('ｗang@example.com'))
    expect(blindIndex('wang@example.com')).not.toBe(blindIndex('wang@example.org'))
    expect(cipherWith(randomBytes(32)).blindIndex('a')).not.toBe(blindIndex('a'))
  })
})

describe('a master key', () => {
  it('of the wrong length is refused', () => {
    expect(() => cipherWith(randomBytes(16))).toThrow('32 bytes')
  })
})
