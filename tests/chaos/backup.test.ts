import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLayout, repositoryRoot, type Stack, startStack } from '@afterline/dev-stack'
import { loadSample } from '@afterline/dev-stack/sample'
import { contexts } from '@afterline/events'
import { databaseNameOf } from '@afterline/service-kit'
import { dropDatabases } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterlineJson } from '../stack/command-line.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

jest.setTimeout(TEST_MS)

const PROGRAM = join(repositoryRoot, 'packages/cli/src/main.ts')

interface Taken {
  readonly id: string
  readonly databases: readonly { readonly counts: Readonly<Record<string, number>> }[]
}

interface Seen {
  readonly kpis: readonly object[]
  readonly deadlines: readonly object[]
  readonly verified: { readonly streams: number; readonly events: number; readonly broken: readonly object[] }
  readonly keys: readonly number[]
}

let test: TestStack
let again: Stack | undefined
let folder: string
let volume: string
let key: string
let before: Seen
let taken: Taken
const asOf = new Date().toISOString()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-backup-'))
  volume = join(folder, 'volume')
  key = await newKey('key')
  test = await openTestStack('backup')
  await loadSample(test.target)
  await settled(test)
  // Looking is an act, too: whoever signs in is recognised, and that is recorded.
  await seen()
  await settled(test)
  before = await seen()
  taken = await afterlineJson<Taken>(test, ['backup', '--to', volume, '--key', key])
}, START_MS)
afterAll(async () => {
  await again?.stop()
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

async function newKey(name: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, randomBytes(32).toString('base64'))
  return file
}

/** As an administrator of the database does it while no service runs. */
function restore(from: string, into: string, ...more: readonly string[]) {
  const args = [PROGRAM, 'restore', '--from', from, '--into', into, '--key', key, ...more]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8' })
  return { status, stderr }
}

async function seen(): Promise<Seen> {
  const deadlines = await afterlineJson<readonly { readonly lateMs: number }[]>(test, ['deadlines', '--limit', '100'])
  return {
    kpis: await afterlineJson(test, ['kpis', '--as-of', asOf]),
    deadlines: deadlines.map(({ lateMs: _, ...limit }) => limit),
    verified: await afterlineJson(test, ['verify']),
    keys: await Promise.all(contexts.map((context) => test.databases[context].collection('dataKeys').countDocuments())),
  }
}

describe('a backup of the sample company', () => {
  it('holds every event, and counts once it was restored beside the instance (OPS-1)', async () => {
    const stored = await Promise.all(
      contexts.map((context) => test.databases[context].collection('events').countDocuments()),
    )
    expect(taken.databases.map(({ counts }) => counts['events'])).toEqual(stored)
    const verified = await afterlineJson(test, ['backup', 'verify', '--from', volume, '--key', key])
    expect(verified).toEqual({ id: taken.id, isRestorable: true, problems: [] })
    expect((await seen()).kpis).toEqual(before.kpis)
  })
})

describe('a backup that is not what was written', () => {
  let spoiled: string
  let parts: readonly string[]
  const into = () => `${test.stack.databasePrefix}_elsewhere`

  async function copyOf(name: string): Promise<string> {
    spoiled = join(folder, name)
    await cp(volume, spoiled, { recursive: true })
    parts = (await readdir(join(spoiled, taken.id))).filter((file) => file.endsWith('.part'))
    return join(spoiled, taken.id)
  }

  const damages: Readonly<Record<string, (backup: string) => Promise<void>>> = {
    'a flipped byte': async (backup) => {
      const file = join(backup, 'orders.events.000000.part')
      const bytes = await readFile(file)
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
      await writeFile(file, bytes)
    },
    'a part that is missing': (backup) => rm(join(backup, 'customers.dataKeys.000000.part')),
    'a part that was cut off': async (backup) => {
      const file = join(backup, 'surveys.events.000000.part')
      await writeFile(file, (await readFile(file)).subarray(0, -1))
    },
    'two parts that were exchanged': async (backup) => {
      const [one, other] = [join(backup, 'orders.events.000000.part'), join(backup, 'surveys.events.000000.part')]
      await rename(one, `${one}.x`)
      await rename(other, one)
      await rename(`${one}.x`, other)
    },
    'a manifest that tells otherwise': async (backup) => {
      const file = join(backup, 'manifest.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace(/"documents": (\d+)/, '"documents": 1$1'))
    },
    'the manifest of another backup': async (backup) => {
      const other = taken.id.replace(/.{8}$/, '00000000')
      await rename(backup, join(spoiled, other))
    },
    'no manifest, as an interrupted one has': (backup) => rm(join(backup, 'manifest.json')),
  }

  it.each(Object.keys(damages))('by %s is refused before anything is written (OPS-1)', async (damage) => {
    await damages[damage]?.(await copyOf(damage.replaceAll(' ', '-')))
    expect(parts.length).toBeGreaterThan(contexts.length)
    const { status, stderr } = restore(spoiled, into())
    expect(stderr).toMatch(/part|manifest|complete/)
    expect(status).toBe(1)
    expect(await databasesLike(into())).toEqual([])
  })

  it('is refused under the key of others (OPS-1)', async () => {
    const other = await newKey('other-key')
    const { status } = restore(volume, into(), '--key', other)
    expect(status).toBe(1)
    expect(await databasesLike(into())).toEqual([])
  })

  it('is not restored over what is there (OPS-1)', async () => {
    const { status, stderr } = restore(volume, test.stack.databasePrefix)
    expect([status, stderr]).toEqual([1, expect.stringContaining('is not empty')])
  })
})

async function databasesLike(prefix: string): Promise<readonly string[]> {
  const { databases } = await test.databases.customers.getClient().db('admin').admin().listDatabases({ nameOnly: true })
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix))
}

describe('an instance whose databases were all dropped', () => {
  /** Stops what runs, drops all databases, restores them, and has a new stack make everything else anew. */
  async function restoredUnder(topicPrefix: string, ...how: readonly string[]): Promise<Stack> {
    const { dataDir, databasePrefix } = test.stack
    await (again ?? test.stack).stop()
    for (const context of contexts) await dropDatabases(test.databases[context])
    expect(await databasesLike(databaseNameOf(databasePrefix, 'orders'))).toEqual([])
    expect(restore(volume, databasePrefix, ...how)).toMatchObject({ status: 0 })
    const stack = await startStack({
      ...{ root: repositoryRoot, dataDir, databasePrefix, topicPrefix, log: () => {}, mark: 'jest', delivery: null },
      layout: await freeLayout(),
    })
    again = stack
    const rebuilt = await afterlineJson<readonly { readonly problemCount: number }[]>(test, ['rebuild'])
    expect(rebuilt.map(({ problemCount }) => problemCount)).toEqual(contexts.map(() => 0))
    await settled({ stack, databases: test.databases })
    return stack
  }

  async function expectAllAsBefore(): Promise<void> {
    const after = await seen()
    expect(after).toEqual(before)
    expect(after.verified.broken).toEqual([])
    const replayed = await afterlineJson<{ readonly kpis: readonly object[] }>(test, ['replay', '--as-of', asOf])
    expect(replayed.kpis).toEqual(after.kpis)
  }

  it(
    'shows after a restore what it has shown before: figures, limits, chains, persons (OPS-1)',
    async () => {
      await restoredUnder(test.stack.topicPrefix)
      await expectAllAsBefore()
    },
    2 * START_MS,
  )

  it(
    'does so where the topics are lost, too, once everything is published again (OPS-1)',
    async () => {
      await restoredUnder(`${test.stack.topicPrefix}again.`, '--republish')
      await expectAllAsBefore()
    },
    2 * START_MS,
  )
})

// The last one: what is recorded here is in no backup, and would be on topics only after a restore.
describe('a backup of which the services are told', () => {
  it(
    'covers its day once the services were told of it, live as in replay and after a rebuild (OPS-1, KPI-30, backup.daily)',
    async () => {
      const record = ['backup', 'verify', '--from', volume, '--key', key, '--record']
      for (const _ of ['once', 'and again, which changes nothing']) await afterlineJson(test, record)
      const covered = { id: 'KPI-30', part: null, numerator: 1, denominator: 1, pending: 0 }
      const backupRate = (kpis: readonly object[]) => kpis.filter((kpi) => 'id' in kpi && kpi.id === 'KPI-30')
      const live = backupRate(await afterlineJson(test, ['kpis']))
      expect(live).toMatchObject([covered])
      await settled({ stack: again ?? test.stack, databases: test.databases })
      const { kpis } = await afterlineJson<{ readonly kpis: readonly object[] }>(test, ['replay'])
      expect(backupRate(kpis)).toEqual(live)
      const limits = await afterlineJson<readonly object[]>(test, ['deadlines', '--key', 'backup.daily'])
      expect(limits).toMatchObject([{ rule: 'OPS-1', status: 'RUNNING', escalateTo: 'ADMINISTRATION' }])
      await afterlineJson(test, ['rebuild', '--context', 'customers'])
      expect(backupRate(await afterlineJson(test, ['kpis']))).toEqual(live)
    },
    2 * START_MS,
  )
})
