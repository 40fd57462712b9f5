import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import mongoose from 'mongoose'
import { until } from '../backing/condition.ts'
import { withKafkaAdmin } from '../backing/kafka-ready.ts'
import { isAlive } from '../backing/process-table.ts'
import { freeLayout, serviceNames } from './layout.ts'
import { readRunState } from './run-file.ts'
import { type Stack, startStack } from './stack.ts'

const MINUTES = 60_000
const unique = crypto.randomUUID().slice(0, 8)

/** A program that serves nothing but its health and its environment, and ends with its supervisor. */
const PROGRAM = `
import { createServer } from 'node:http'
process.on('disconnect', () => process.exit())
for (const port of ['PORT', 'OPERATIONS_PORT']) {
  createServer((request, response) => {
    response.end(request.url === '/environment' ? JSON.stringify(process.env) : 'ready')
  }).listen(Number(process.env[port]), process.env['HOST'])
}
`

describe('a stack', () => {
  let root: string
  let dataDir: string
  let stack: Stack

  const start = async (): Promise<Stack> =>
    startStack({
      root,
      dataDir,
      layout: await freeLayout(),
      log: () => {},
      mark: 'stack.int.test',
      databasePrefix: `trial_${unique}`,
      topicPrefix: `trial-${unique}.`,
    })

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'afterline-stack-'))
    dataDir = join(root, 'data')
    for (const folder of [...serviceNames.map((name) => `services/${name}/src`), 'gateway/src']) {
      await mkdir(join(root, folder), { recursive: true })
      await writeFile(join(root, folder, 'main.ts'), PROGRAM)
    }
    stack = await start()
  }, 4 * MINUTES)

  afterAll(async () => {
    await withKafkaAdmin(stack.kafkaBrokers, async (admin) => {
      const mine = (await admin.listTopics()).filter((topic) => topic.startsWith(stack.topicPrefix))
      await admin.deleteTopics({ topics: mine })
    })
    await stack.stop()
    await rm(root, { recursive: true })
  }, MINUTES)

  const environmentOf = async (url: string): Promise<Record<string, string>> => {
    const answer = await fetch(`${url}/environment`)
    return JSON.parse(await answer.text())
  }

  it('gives every service its own database on a MongoDB that answers', async () => {
    const state = await readRunState(dataDir)
    for (const name of serviceNames) {
      const env = await environmentOf(state?.services?.[name]?.url ?? '')
      expect(env['AFTERLINE_SERVICE']).toBe(name)
      const auth = {
        username: env['MONGODB_USERNAME'] ?? '',
        password: await readFile(env['MONGODB_PASSWORD_FILE'] ?? '', 'utf8'),
      }
      const connection = await mongoose
        .createConnection(env['MONGODB_URI'] ?? '', { auth, authSource: 'admin' })
        .asPromise()
      expect(connection.name).toBe(`trial_${unique}_${name.replace('-', '_')}`)
      await connection.close()
    }
  })

  it('has created the topics of the contract', async () => {
    const topics = await withKafkaAdmin(stack.kafkaBrokers, (admin) => admin.listTopics())
    for (const name of serviceNames) expect(topics).toContain(`${stack.topicPrefix}afterline.${name}.events.v1`)
  })

  it('says in its run file where everything is', async () => {
    const state = await readRunState(dataDir)
    expect(state?.gatewayUrl).toBe(stack.gatewayUrl)
    expect(state?.kafkaBrokers).toBe(stack.kafkaBrokers)
    const pids = serviceNames.map((name) => state?.services?.[name]?.pid ?? 0)
    expect(pids.map(isAlive)).toEqual([true, true, true, true])
  })

  it(
    'starts a service again that was killed, and records its new process',
    async () => {
      const before = (await readRunState(dataDir))?.services?.orders
      process.kill(before?.pid ?? 0, 'SIGKILL')
      await until(
        async () => {
          const now = (await readRunState(dataDir))?.services?.orders
          return now?.pid !== before?.pid && (await fetch(now?.url ?? '')).ok ? true : undefined
        },
        { timeoutMs: MINUTES, what: 'The second start of orders' },
      )
    },
    2 * MINUTES,
  )

  it('leaves no process and no run file behind, however often it is stopped', async () => {
    const pids = stack.children.map((child) => child.process.pid() ?? 0)
    expect(pids.map(isAlive)).toEqual([true, true, true, true, true])
    await Promise.all([stack.stop(), stack.stop()])
    expect(pids.filter(isAlive)).toEqual([])
    expect(await readRunState(dataDir)).toBeUndefined()
  })

  it(
    'that cannot come up says why with the words of its log, and leaves nothing running',
    async () => {
      await writeFile(join(root, 'services/surveys/src/main.ts'), 'throw new Error("no such setting: FLAVOUR")')
      await expect(start()).rejects.toThrow(/no such setting: FLAVOUR/)
      expect(await readRunState(dataDir)).toBeUndefined()
    },
    2 * MINUTES,
  )
})
