import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { processNames, urlAt } from '@afterline/dev-stack'
import { openHospital, placeOrder, stockSterileSets } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { examples } from '../../gateway/src/explorer/examples.ts'
import { ask } from '../stack/graph.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * What a started stack does, and shows, beyond its one address: it speaks to nobody who was not configured, and what it
 * keeps is for its owner.
 */

jest.setTimeout(TEST_MS)

const WATCH = pathToFileURL(fileURLToPath(new URL('../stack/connection-watch.mjs', import.meta.url))).href
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/

let folder: string
let connections: string
let test: TestStack
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterline-doors-'))
  connections = join(folder, 'connections')
  process.env['AFTERLINE_CONNECTIONS'] = connections
  process.env['NODE_OPTIONS'] = `--import ${WATCH}`
  test = await openTestStack('closed-doors')
  delete process.env['NODE_OPTIONS']
  const customerId = await openHospital(test.staff, 'Meadow Hospital')
  await placeOrder(test.staff, { customerId, ...(await stockSterileSets(test.staff, 'IS-30')) }, new Date())
  await settled(test)
}, START_MS)
afterAll(async () => {
  delete process.env['NODE_OPTIONS']
  await test.dispose()
  await rm(folder, { recursive: true })
}, START_MS)

const notesIn = async (file: string) =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '))

describe('a stack that was given nothing but its own MongoDB and Kafka', () => {
  it('opens connections to this machine alone, from its start to the end of an order', async () => {
    const notes = await notesIn(connections)
    const started = new Set(notes.filter(([, what]) => what === 'starts').map(([pid]) => Number(pid)))
    for (const { process: child } of test.stack.children) expect(started).toContain(child.pid())
    const targets = new Set(notes.filter(([, what]) => what !== 'starts').map(([, , target = '']) => target))
    expect(targets.size).toBeGreaterThan(0)
    expect([...targets].filter((target) => !LOOPBACK.test(target) && !target.startsWith('/'))).toEqual([])
  })

  it('has no socket that reaches, or is reached from, another machine', async () => {
    const pids = test.stack.children.flatMap(({ process: child }) => child.pid() ?? [])
    const sockets = (await Promise.all(pids.map(socketsOf))).flat()
    expect(sockets.length).toBeGreaterThan(pids.length)
    expect(sockets.filter(({ local, remote }) => !isOfThisMachine(local) || !isOfThisMachine(remote))).toEqual([])
  })

  it('would be found out: what a process connects to is noted', async () => {
    const file = join(folder, 'elsewhere')
    // Addresses for documentation: nobody has them.
    const program = "require('node:net').connect(9, '192.0.2.1').on('error', () => {}).destroy()"
    spawnSync(process.execPath, ['--import', WATCH, '-e', program], { env: { AFTERLINE_CONNECTIONS: file } })
    expect((await notesIn(file)).map(([, ...note]) => note.join(' '))).toContain('connects 192.0.2.1')
  })
})

interface Socket {
  readonly local: string
  readonly remote: string
}

/** Those of TCP and UDP that a process holds, with addresses as the kernel writes them. */
async function socketsOf(pid: number): Promise<readonly Socket[]> {
  const fds = await readdir(`/proc/${pid}/fd`)
  const links = await Promise.all(fds.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []))
  const tables = await Promise.all(
    ['tcp', 'tcp6', 'udp', 'udp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')),
  )
  return tables.flatMap((table) =>
    table
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((row) => {
        const [, local = '', remote = '', , , , , , , inode = ''] = row.trim().split(/\s+/)
        return inodes.has(inode) ? [{ local, remote }] : []
      }),
  )
}

/** 127.0.0.0/8, ::1, and IPv4 within IPv6; the remote end of a socket that listens is nowhere, and no local end is. */
function isOfThisMachine(address: string): boolean {
  const [host = '', port] = address.split(':')
  const isNowhere = /^0+$/.test(host) && port === '0000'
  return (
    isNowhere || /^(?:0{16}F{4}0000|0000000000000000FFFF0000)?[\dA-F]{6}7F$/.test(host) || /^0{24}01000000$/.test(host)
  )
}

describe('what a stack keeps', () => {
  it('can be read by its owner alone, every file of it', async () => {
    const { dataDir } = test.stack
    const paths = await readdir(dataDir, { recursive: true })
    const modes = await Promise.all(
      [dataDir, ...paths.map((path) => join(dataDir, path))].map(async (path) => ({
        path,
        mode: (await stat(path)).mode & 0o077,
      })),
    )
    expect(modes.length).toBeGreaterThan(5)
    expect(modes.filter(({ mode }) => mode !== 0)).toEqual([])
  })
})

describe('health and metrics', () => {
  it.each(processNames)('are on a port of their own: %s', async (name) => {
    const { layout } = test.stack
    const graph = urlAt(name === 'gateway' ? layout.gateway : layout.services[name])
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      expect([path, (await fetch(graph + path)).status]).toEqual([path, 404])
      expect([path, (await fetch(urlAt(layout.operations[name]) + path)).status]).toEqual([path, 200])
    }
  })
})

describe('the operations that the explorer begins with', () => {
  it.each(examples(new Date()))('work for the role that it begins with: $name', async ({ query, variables }) => {
    const token = await test.tokenOf(['SALES_MANAGER'])
    const { codes, data } = await ask<Readonly<Record<string, unknown>>>(test.graphUrl, { token, query, variables })
    expect(codes).toEqual([])
    expect(Object.values(data ?? {})).toEqual([expect.anything()])
  })
})
