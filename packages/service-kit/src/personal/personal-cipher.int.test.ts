import { randomBytes, randomUUID } from 'node:crypto'
import { type Instant, parseInstant, plusMillis } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf } from '../store/database.ts'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { ensureStoreIndexes } from '../store/store-indexes.ts'
import { inTransaction } from '../store/transaction.ts'
import { createPersonalCipher, type PersonalCipher } from './personal-cipher.ts'

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
const NOW = parseInstant('2026-03-02T02:00:00Z')
const later = (millis: number) => plusMillis(NOW, millis)
const encrypted = (customerId: string, text: string, cipher = cipherWith(masterKey), occurredAt = NOW) =>
  inTransaction(database.connection, async (session) => {
    const encrypt = await cipher.encryptorOf(customerId, session)
    return encrypt(text, occurredAt)
  })
const erased = (customerId: string, cipher: PersonalCipher, more: { event?: string; erasedAt?: Instant } = {}) =>
  inTransaction(database.connection, (session) =>
    cipher.erase({ customerId, event: randomUUID(), erasedAt: NOW, doneAt: NOW, ...more }, session),
  )
const tagged = (customerId: string, text: string, cipher: PersonalCipher, occurredAt = NOW) =>
  inTransaction(database.connection, (session) => cipher.tagOf(text, { customerId, occurredAt }, session))

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
    await erased(customerId, cipher)
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
      ciphertext = (await cipher.encryptorOf(customerId, session))(NAME, NOW)
      throw new Error('broken off')
    })
    await expect(failing).rejects.toThrow('broken off')
    expect(await cipher.decrypt(ciphertext)).toBeNull()
  })
})

describe('an erasure', () => {
  it('that comes again leaves the text alone that was written since', async () => {
    const cipher = cipherWith(masterKey)
    const [customerId, event] = [randomUUID(), randomUUID()]
    await encrypted(customerId, NAME, cipher)
    await erased(customerId, cipher, { event })
    const after = await encrypted(customerId, NAME, cipher)
    await erased(customerId, cipher, { event })
    expect(await cipher.decrypt(after)).toBe(NAME)
    await erased(customerId, cipher)
    expect(await cipher.decrypt(after)).toBeNull()
  })

  it('does not let text of anything older come back, however late it comes, and lets newer text be read', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    await erased(customerId, cipher, { erasedAt: later(1000) })
    expect(await cipher.decrypt(await encrypted(customerId, NAME, cipher, later(999)))).toBeNull()
    expect(await cipher.decrypt(await encrypted(customerId, NAME, cipher, later(1000)))).toBe(NAME)
    expect(await tagged(customerId, NAME, cipher, later(999))).toBeNull()
  })

  it('that fails has erased nothing', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    const kept = await encrypted(customerId, NAME, cipher)
    const failing = inTransaction(database.connection, async (session) => {
      await cipher.erase({ customerId, event: randomUUID(), erasedAt: NOW, doneAt: NOW }, session)
      throw new Error('broken off')
    })
    await expect(failing).rejects.toThrow('broken off')
    expect(await cipher.decrypt(kept)).toBe(NAME)
  })

  it('of a customer whose first text comes at the same time leaves no older text to read', async () => {
    const cipher = cipherWith(masterKey)
    const customerIds = Array.from({ length: 12 }, () => randomUUID())
    const texts = await Promise.all(
      customerIds.map(async (customerId) => {
        const text = encrypted(customerId, NAME, cipher, later(-1))
        await Promise.all([text, erased(customerId, cipher)])
        return text
      }),
    )
    // The cache of the one that wrote knows nothing that another replica would not.
    expect(await Promise.all(texts.map((text) => cipherWith(masterKey).decrypt(text)))).toEqual(texts.map(() => null))
  })
})

describe('the tag of a text', () => {
  it('tells whether a text is the same until the person is erased, and then nobody can tell', async () => {
    const cipher = cipherWith(masterKey)
    const customerId = randomUUID()
    await encrypted(customerId, NAME, cipher)
    const tag = await tagged(customerId, NAME, cipher)
    if (tag === null) throw new Error('a customer with a key has tags')
    expect(await cipher.isTagOf(tag, NAME)).toBe(true)
    expect(await cipher.isTagOf(tag, `${NAME} `)).toBe(false)
    await erased(customerId, cipher)
    expect(await cipher.isTagOf(tag, NAME)).toBeNull()
  })

  it('makes no key, and is not the same under the keys of two customers', async () => {
    const cipher = cipherWith(masterKey)
    const [one, other] = [randomUUID(), randomUUID()]
    expect(await tagged(one, NAME, cipher)).toBeNull()
    await encrypted(one, NAME, cipher)
    await encrypted(other, NAME, cipher)
    expect((await tagged(one, NAME, cipher))?.tag).not.toBe((await tagged(other, NAME, cipher))?.tag)
  })
})

describe('a master key', () => {
  it('of the wrong length is refused', () => {
    expect(() => cipherWith(randomBytes(16))).toThrow('32 bytes')
  })
})
