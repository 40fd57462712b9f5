import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { until } from '../backing/condition.ts'
import { isAlive } from '../backing/process-table.ts'
import { claimDataFolder, type RunState, readRunState, runFilePath } from './run-file.ts'

describe('the claim on a data folder', () => {
  let folder: string
  const children: ChildProcess[] = []
  const lines: string[] = []
  const log = (line: string): void => void lines.push(line)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterline-run-'))
    lines.length = 0
  })

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await rm(folder, { recursive: true })
  })

  /** A process that runs until it is ended, with `mark` on its command line. Its id is valid when this resolves. */
  async function bystander(mark: string): Promise<number> {
    const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)', mark])
    children.push(child)
    await once(child.stdout, 'data')
    return child.pid ?? 0
  }

  function record(state: Partial<RunState>): Promise<void> {
    const bootedAtMs = Math.round(Date.now() - uptime() * 1000)
    const base = { pid: 0, mark: 'supervisor', startedAt: 'earlier', bootedAtMs, processes: [] }
    return writeFile(runFilePath(folder), JSON.stringify({ ...base, ...state }))
  }

  it('is refused while its supervisor runs, and changes nothing', async () => {
    const pid = await bystander('supervisor-of-the-test')
    await record({ pid, mark: 'supervisor-of-the-test' })
    const before = await readFile(runFilePath(folder), 'utf8')
    await expect(claimDataFolder(folder, 'mine', log)).rejects.toThrow(`process ${pid}`)
    expect(await readFile(runFilePath(folder), 'utf8')).toBe(before)
    expect(isAlive(pid)).toBe(true)
  })

  it('ends what a killed supervisor has left behind', async () => {
    const pid = await bystander('mongod-of-the-test')
    await record({ processes: [{ name: 'mongod', pid, mark: 'mongod-of-the-test' }] })
    const runFile = await claimDataFolder(folder, 'mine', log)
    await until(async () => (isAlive(pid) ? undefined : true), { timeoutMs: 10_000, what: 'The end of the leftover' })
    expect(lines).toEqual([expect.stringContaining(`Ended mongod (process ${pid})`)])
    expect((await readRunState(folder))?.pid).toBe(process.pid)
    await runFile.remove()
    expect(await readRunState(folder)).toBeUndefined()
  })

  it('leaves a stranger alone who has got a recorded id', async () => {
    const pid = await bystander('a stranger')
    await record({ processes: [{ name: 'mongod', pid, mark: 'mongod-of-the-test' }] })
    await claimDataFolder(folder, 'mine', log)
    expect(isAlive(pid)).toBe(true)
  })

  it('does not believe ids from before the machine was booted', async () => {
    const pid = await bystander('mongod-of-the-test')
    await record({ bootedAtMs: 0, processes: [{ name: 'mongod', pid, mark: 'mongod-of-the-test' }] })
    await claimDataFolder(folder, 'mine', log)
    expect(isAlive(pid)).toBe(true)
  })

  it('keeps the latest id of each process, with its service', async () => {
    const runFile = await claimDataFolder(folder, 'mine', log)
    runFile.note({ services: { orders: { url: 'http://127.0.0.1:1', pid: null } } })
    runFile.noteProcess({ name: 'orders', pid: 11, mark: 'a' })
    runFile.noteProcess({ name: 'orders', pid: 12, mark: 'a' })
    const state = await readRunState(folder)
    expect(state?.processes).toEqual([{ name: 'orders', pid: 12, mark: 'a' }])
    expect(state?.services?.orders?.pid).toBe(12)
  })
})
