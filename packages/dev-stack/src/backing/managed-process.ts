import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { leash } from './leash.ts'
import type { Log } from './log.ts'

export interface ProcessSpec {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Both output streams are appended here. */
  readonly logFile: string
  /** Gives the child an IPC channel: it can then notice that its supervisor has vanished. */
  readonly ipc?: boolean
  /** How long a polite stop may take before the process is killed. */
  readonly stopTimeoutMs?: number
  readonly log: Log
  /** Told the process id after each start. */
  readonly onPid?: (pid: number) => void
}

/** A child that is started again, with back-off, whenever it dies before it was told to stop. It does not outlive us. */
export interface ManagedProcess {
  readonly name: string
  readonly logFile: string
  /** Undefined while it is down. */
  readonly pid: () => number | undefined
  /** How often it died unexpectedly. */
  readonly deaths: () => number
  /** Ends it and waits until it is gone. */
  readonly stop: () => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A process that lived this long is healthy again: its next death starts with the shortest pause. */
const HEALTHY_AFTER_MS = 60_000

/** Pause before the start that follows the nth death in a row (the first death is 1). Milliseconds. */
export function backOffMs(deathsInARow: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (deathsInARow - 1), LONGEST_PAUSE_MS)
}

export function startManagedProcess(spec: ProcessSpec): ManagedProcess {
  let child: ChildProcess | undefined
  let stopping = false
  let deaths = 0
  let deathsInARow = 0
  let restart: NodeJS.Timeout | undefined

  function start(): void {
    const startedAt = performance.now()
    const started = launch(spec)
    child = started
    const unleash = started.pid === undefined ? () => {} : leash(started.pid)
    if (started.pid !== undefined) spec.onPid?.(started.pid)
    whenGone(started, (how) => {
      child = undefined
      unleash()
      if (stopping) return
      deaths += 1
      deathsInARow = performance.now() - startedAt > HEALTHY_AFTER_MS ? 1 : deathsInARow + 1
      const pauseMs = backOffMs(deathsInARow)
      spec.log(
        `${spec.name} ended unexpectedly (${how}); starting it again in ${pauseMs / 1000} s. See ${spec.logFile}`,
      )
      restart = setTimeout(start, pauseMs)
    })
  }

  start()
  return {
    name: spec.name,
    logFile: spec.logFile,
    pid: () => child?.pid,
    deaths: () => deaths,
    stop: async () => {
      stopping = true
      clearTimeout(restart)
      if (child !== undefined) await end(child, spec.stopTimeoutMs ?? 25_000)
    },
  }
}

function launch(spec: ProcessSpec): ChildProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true })
  const output = openSync(spec.logFile, 'a')
  try {
    // A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops things in order.
    return spawn(spec.command, spec.args, {
      detached: true,
      cwd: spec.cwd,
      env: spec.env ?? process.env,
      stdio: spec.ipc === true ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
    })
  } finally {
    closeSync(output)
  }
}

/** Calls back once, whether the process ended or could not be started at all. */
function whenGone(child: ChildProcess, then: (how: string) => void): void {
  let told = false
  const tell = (how: string): void => {
    if (!told) then(how)
    told = true
  }
  child.once('error', (error) => {
    if (child.pid === undefined) tell(error.message)
  })
  child.once('exit', (code, signal) => tell(signal === null ? `exit code ${code}` : `signal ${signal}`))
}

async function end(child: ChildProcess, timeoutMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const kill = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
  await gone
  clearTimeout(kill)
}
