import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { until } from './condition.ts'
import { type ManagedProcess, startManagedProcess } from './managed-process.ts'
import { isAlive } from './process-table.ts'

const WITHIN = { timeoutMs: 20_000, everyMs: 20 }

describe('a managed process', () => {
  let folder: string
  let managed: ManagedProcess | undefined
  const lines: string[] = []

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterline-process-'))
    lines.length = 0
  })

  afterEach(async () => {
    await managed?.stop()
    await rm(folder, { recursive: true })
  })

  function run(script: string, stopTimeoutMs?: number): ManagedProcess {
    managed = startManagedProcess({
      name: 'sample',
      command: process.execPath,
      args: ['-e', script],
      logFile: join(folder, 'logs', 'sample.log'),
      log: (line) => lines.push(line),
      ...(stopTimeoutMs === undefined ? {} : { stopTimeoutMs }),
    })
    return managed
  }

  const output = (): Promise<string> => readFile(join(folder, 'logs', 'sample.log'), 'utf8')
  const says = (text: string): Promise<true> =>
    until(async () => ((await output()).includes(text) ? true : undefined), { ...WITHIN, what: `The output ${text}` })

  it('that dies is started again, with one line about it', async () => {
    const sample = run('console.log("up"); setInterval(() => {}, 1000)')
    await says('up')
    const first = sample.pid() ?? 0
    process.kill(first, 'SIGKILL')
    const second = await until(async () => (sample.pid() === first ? undefined : sample.pid()), {
      ...WITHIN,
      what: 'A second start',
    })
    expect(second).not.toBe(first)
    expect(sample.deaths()).toBe(1)
    expect(lines).toEqual([expect.stringContaining('sample ended unexpectedly (signal SIGKILL)')])
  })

  it('that is stopped is gone, and stays gone', async () => {
    const sample = run('console.log("up"); setInterval(() => {}, 1000)')
    await says('up')
    const pid = sample.pid() ?? 0
    await sample.stop()
    expect(isAlive(pid)).toBe(false)
    expect(sample.pid()).toBeUndefined()
    expect(lines).toEqual([])
  })

  it('that ignores a polite stop is killed', async () => {
    const sample = run('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)', 100)
    await says('up')
    const pid = sample.pid() ?? 0
    await sample.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('does not outlive a supervisor that is killed', async () => {
    const script = `
      const { startManagedProcess } = await import(${JSON.stringify(new URL('./managed-process.ts', import.meta.url).href)})
      startManagedProcess({
        name: 'orphan', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'],
        logFile: ${JSON.stringify(join(folder, 'orphan.log'))}, log: () => {}, onPid: (pid) => console.log(pid),
      })`
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script])
    const [line] = await once(supervisor.stdout, 'data')
    const orphan = Number(line)
    expect(isAlive(orphan)).toBe(true)
    supervisor.kill('SIGKILL')
    await until(async () => (isAlive(orphan) ? undefined : true), { ...WITHIN, what: 'The end of the orphan' })
  })

  it('that cannot be started at all is reported and tried again', async () => {
    managed = startManagedProcess({
      name: 'missing',
      command: join(folder, 'no-such-program'),
      args: [],
      logFile: join(folder, 'logs', 'missing.log'),
      log: (line) => lines.push(line),
    })
    await until(async () => (lines.length > 0 ? true : undefined), { ...WITHIN, what: 'A line' })
    expect(lines[0]).toMatch(/missing ended unexpectedly .*ENOENT/)
  })
})
