import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../backing/condition.ts'
import { SetupError, type StartedProcess, unlessCalledOff } from '../backing/contract.ts'
import type { Log } from '../backing/log.ts'
import { type ManagedProcess, startManagedProcess } from '../backing/managed-process.ts'

/** Loaded before everything else, so that it can instrument what is loaded later. */
const TELEMETRY = 'packages/service-kit/src/telemetry/register.ts'
/** A child that dies this often while the stack comes up will not come up. */
const HOPELESS_AFTER_DEATHS = 3
const READY_WITHIN_MS = 120_000

export interface ChildSpec {
  readonly name: string
  /** Relative to the repository. */
  readonly entry: string
  /** Where it tells its health. */
  readonly operationsUrl: string
  readonly env: Readonly<Record<string, string>>
}

export interface ChildContext {
  readonly root: string
  readonly dataDir: string
  readonly log: Log
  readonly onProcess: (started: StartedProcess) => void
}

export interface Child {
  readonly spec: ChildSpec
  readonly process: ManagedProcess
}

/** Starts a service or the gateway on the Node that runs this very program, which is the pinned one. */
export function startChild(spec: ChildSpec, context: ChildContext): Child {
  const entry = join(context.root, spec.entry)
  const telemetry = existsSync(join(context.root, TELEMETRY)) ? ['--import', `./${TELEMETRY}`] : []
  const managed = startManagedProcess({
    name: spec.name,
    command: process.execPath,
    args: [...telemetry, entry],
    cwd: context.root,
    env: { ...process.env, ...spec.env },
    logFile: join(context.dataDir, 'logs', `${spec.name}.log`),
    ipc: true,
    log: context.log,
    onPid: (pid) => context.onProcess({ name: spec.name, pid, mark: entry }),
  })
  return { spec, process: managed }
}

/** Waits until each child says that it can serve. @throws SetupError with the end of the log of one that cannot. */
export async function allReady(children: readonly Child[], signal?: AbortSignal): Promise<void> {
  await Promise.all(children.map((child) => ready(child, signal)))
}

async function ready({ spec, process: managed }: Child, signal: AbortSignal | undefined): Promise<void> {
  const probe = async (): Promise<true | undefined> => {
    unlessCalledOff(signal)
    if (managed.deaths() >= HOPELESS_AFTER_DEATHS) throw new SetupError(`${spec.name} keeps ending.`)
    const answer = await fetch(`${spec.operationsUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) })
    await answer.body?.cancel()
    if (answer.status !== 200) throw new Error(`${spec.operationsUrl}/health/ready answers ${answer.status}`)
    return true
  }
  const what = `The readiness of ${spec.name}`
  try {
    await until(probe, { timeoutMs: READY_WITHIN_MS, everyMs: 200, what })
  } catch (error) {
    if (!(error instanceof SetupError) || signal?.aborted === true) throw error
    const tail = await endOf(managed.logFile)
    throw new SetupError(`${error.message}\nThe end of ${managed.logFile}:\n${tail}`, { cause: error })
  }
}

async function endOf(file: string, lines = 15): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}
