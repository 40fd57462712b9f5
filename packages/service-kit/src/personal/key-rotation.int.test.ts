import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseInstant } from '@afterline/rules'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { until } from '../kafka/fixtures/condition.ts'
import { silentLog } from '../kafka/fixtures/test-kafka.ts'
import { openTestDatabase, type TestDatabase } from '../store/fixtures/test-database.ts'
import { ensureStoreIndexes } from '../store/store-indexes.ts'
import { inTransaction } from '../store/transaction.ts'
import { dataKeysOf } from './data-keys.ts'
import { keyRotationState, requestKeyRotation } from './key-rotation.ts'
import { createKeyRotator } from './key-rotator.ts'
import { masterKeysOf } from './master-keys.ts'
import { createPersonalCipher, type PersonalCipher } from './personal-cipher.ts'

const [former, present] = [randomBytes(32), randomBytes(32)]
const both = { masterKey: present, otherMasterKeys: [former] }
const { current } = masterKeysOf(both)
const NOW = parseInstant('2026-03-02T02:00:00Z')
const NAME = '病区负责人'

interface Fixture extends TestDatabase {
  cipherWith(secrets: Parameters<typeof masterKeysOf>[0]): PersonalCipher
  /** A text of a new customer. */
  write(cipher: PersonalCipher): Promise<Written>
  rotator(batchSize?: number): ReturnType<typeof createKeyRotator>
  /** Asks, and waits until it is done. */
  rotated(): Promise<Awaited<ReturnType<typeof keyRotationState>>>
}

interface Written {
  readonly customerId: string
  readonly text: string
}

async function openFixture(): Promise<Fixture> {
  const database = await openTestDatabase()
  const { connection } = database
  await ensureStoreIndexes(connection)
  return {
    ...database,
    cipherWith: (secrets) => createPersonalCipher({ connection, ...secrets }),
    async write(cipher) {
      const customerId = randomUUID()
      const text = await inTransaction(connection, async (session) =>
        (await cipher.encryptorOf(customerId, session))(NAME, NOW),
      )
      return { customerId, text }
    },
    rotator: (batchSize = 500) =>
      createKeyRotator({ connection, masterKeys: masterKeysOf(both), log: silentLog, batchSize, pollMs: 20 }),
    async rotated() {
      await until('a process has both keys', async () => (await keyRotationState(connection)).masterKey === current)
      await requestKeyRotation(connection, current)
      await until('it is done', async () => !(await keyRotationState(connection)).isOpen)
      return keyRotationState(connection)
    },
  }
}

const times = <Result>(count: number, work: () => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, () => work()))

/** What another process reads that has these keys alone. */
const readBy = (cipher: PersonalCipher, written: readonly Written[]) =>
  Promise.all(written.map(({ text }) => cipher.decrypt(text)))

describe('data keys that are put under another master key', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await openFixture()
  })
  afterAll(() => fixture.dispose())

  it('are all read by that alone afterwards, those from before keys had names, too (SEC-1)', async () => {
    const { connection } = fixture
    const written = await times(20, () => fixture.write(fixture.cipherWith({ masterKey: former })))
    await dataKeysOf(connection).updateMany({}, { $unset: { masterKey: 1 } })
    expect(await keyRotationState(connection)).toMatchObject({ masterKey: null, keys: 20, remaining: null })
    const rotator = fixture.rotator(6)
    rotator.start()
    expect(await fixture.rotated()).toEqual({
      ...{ masterKey: current, keys: 20, under: [current], remaining: 0, rewrapped: 20, unreadable: 0, isOpen: false },
    })
    await rotator.stop()
    expect(await readBy(fixture.cipherWith({ masterKey: present }), written)).toEqual(written.map(() => NAME))
    const [{ text } = { text: '' }] = written
    await expect(fixture.cipherWith({ masterKey: former }).decrypt(text)).rejects.toThrow(current)
  })

  it('are as they were when it is asked for again', async () => {
    const rotator = fixture.rotator()
    rotator.start()
    const before = await dataKeysOf(fixture.connection).find().toArray()
    expect(await fixture.rotated()).toMatchObject({ remaining: 0, rewrapped: 0 })
    await rotator.stop()
    expect(await dataKeysOf(fixture.connection).find().toArray()).toEqual(before)
  })
})

describe('a rotation among processes that write, erase and read', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await openFixture()
  })
  afterAll(() => fixture.dispose())

  it('loses no text, and brings no erased person back, whichever of the two keys writes (SEC-1)', async () => {
    const { connection, cipherWith } = fixture
    // As while processes are exchanged: some have the new key only to read by.
    const older = cipherWith({ masterKey: former, otherMasterKeys: [present] })
    const newer = cipherWith(both)
    const gone = await times(15, () => fixture.write(older))
    const kept = await times(30, () => fixture.write(older))
    const rotators = [fixture.rotator(2), fixture.rotator(2)]
    for (const rotator of rotators) rotator.start()
    const erase = ({ customerId }: Written) =>
      inTransaction(connection, (session) =>
        newer.erase({ customerId, event: randomUUID(), erasedAt: NOW, doneAt: NOW }, session),
      )
    const [more] = await Promise.all([
      times(20, () => fixture.write(newer)),
      Promise.all(gone.map(erase)),
      fixture.rotated(),
    ])
    const late = await times(3, () => fixture.write(older))
    expect(await keyRotationState(connection)).toMatchObject({ keys: 53, remaining: 3 })
    expect(await fixture.rotated()).toMatchObject({ keys: 53, remaining: 0, unreadable: 0 })
    await Promise.all(rotators.map((rotator) => rotator.stop()))
    const reader = cipherWith({ masterKey: present })
    const all = [...kept, ...more, ...late]
    expect(await readBy(reader, all)).toEqual(all.map(() => NAME))
    expect(await readBy(reader, gone)).toEqual(gone.map(() => null))
  })
})

describe('a rotation that is killed', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await openFixture()
  })
  afterAll(() => fixture.dispose())

  it('again and again ends all the same, with every text readable at any time (SEC-1)', async () => {
    const { connection } = fixture
    const written = await times(60, () => fixture.write(fixture.cipherWith({ masterKey: former })))
    const remaining = async () => (await keyRotationState(connection)).remaining ?? 60
    let child = startChild(connection.name)
    await until('a process has both keys', async () => (await keyRotationState(connection)).masterKey === current)
    await requestKeyRotation(connection, current)
    const leftByTheKilled: number[] = []
    for (const left of [50, 35, 20]) {
      await until(`at most ${left} remain`, async () => (await remaining()) <= left)
      await killed(child)
      leftByTheKilled.push(await remaining())
      expect(await readBy(fixture.cipherWith(both), written)).toEqual(written.map(() => NAME))
      child = startChild(connection.name)
    }
    await until('it is done', async () => !(await keyRotationState(connection)).isOpen)
    await killed(child)
    expect(leftByTheKilled.some((left) => left > 0)).toBe(true)
    expect(await keyRotationState(connection)).toMatchObject({ keys: 60, remaining: 0, unreadable: 0 })
    expect(await readBy(fixture.cipherWith({ masterKey: present }), written)).toEqual(written.map(() => NAME))
  })
})

describe('a data key that no master key opens', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await openFixture()
  })
  afterAll(() => fixture.dispose())

  it('is left as it is and counted, and keeps the others from nothing', async () => {
    const lost = await fixture.write(fixture.cipherWith({ masterKey: randomBytes(32) }))
    const written = await times(4, () => fixture.write(fixture.cipherWith({ masterKey: former })))
    const rotator = fixture.rotator(2)
    rotator.start()
    expect(await fixture.rotated()).toMatchObject({ keys: 5, rewrapped: 4, remaining: 1, unreadable: 1 })
    await rotator.stop()
    const reader = fixture.cipherWith({ masterKey: present })
    expect(await readBy(reader, written)).toEqual(written.map(() => NAME))
    await expect(reader.decrypt(lost.text)).rejects.toMatchObject({ code: 'KEY_INVALID' })
  })
})

function startChild(dbName: string): ChildProcess {
  const file = fileURLToPath(new URL('./fixtures/rotator-child.ts', import.meta.url))
  const keys = {
    TEST_MASTER_KEY: present.toString('base64'),
    TEST_FORMER_MASTER_KEY: former.toString('base64'),
  }
  return spawn(process.execPath, [file, dbName], { env: { ...process.env, ...keys }, stdio: 'ignore' })
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
