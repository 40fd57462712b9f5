import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { SetupError, type StartedProcess } from '../backing/contract.ts'
import type { Log } from '../backing/log.ts'
import { commandLine, endLeftover, isAlive } from '../backing/process-table.ts'
import type { ServiceName } from './layout.ts'

/** What `run.json` tells other programs (the command line, tests) about the instance that runs in a data folder. */
export interface RunState {
  /** The supervisor. */
  readonly pid: number
  readonly startedAt: string
  /** When the machine was booted: process ids from before mean nothing. Milliseconds since 1970. */
  readonly bootedAtMs: number
  /** Part of the supervisor's command line. */
  readonly mark: string
  /** Everything that the supervisor has started and not yet stopped. */
  readonly processes: readonly StartedProcess[]
  readonly mongodbUri?: string
  readonly kafkaBrokers?: string
  readonly topicPrefix?: string
  readonly databasePrefix?: string
  readonly gatewayUrl?: string
  readonly services?: Readonly<Partial<Record<ServiceName, { readonly url: string; readonly pid: number | null }>>>
  readonly issuer?: string
  readonly audience?: string
  readonly secretsDir?: string
}

/** The record of one instance, held by its supervisor from before the first child until after the last. */
export interface RunFile {
  readonly note: (facts: Partial<RunState>) => void
  readonly noteProcess: (started: StartedProcess) => void
  readonly remove: () => Promise<void>
}

/** Two boots cannot be this close; the clock's own adjustments can. */
const SAME_BOOT_MS = 60_000

export const runFilePath = (dataDir: string): string => join(dataDir, 'run.json')

/** @returns undefined when nothing is recorded, or when the record cannot be read. */
export async function readRunState(dataDir: string): Promise<RunState | undefined> {
  try {
    return JSON.parse(await readFile(runFilePath(dataDir), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Claims the data folder: ends what a killed predecessor left behind, then records the new supervisor.
 * @throws SetupError when an instance runs in it.
 */
export async function claimDataFolder(dataDir: string, mark: string, log: Log): Promise<RunFile> {
  const before = await readRunState(dataDir)
  if (before !== undefined && isOfThisBoot(before)) {
    if (await isRunning(before)) {
      throw new SetupError(
        `An instance already runs in ${dataDir} (process ${before.pid}, since ${before.startedAt}). ` +
          'Stop it first, or use another folder.',
      )
    }
    for (const leftover of before.processes.toReversed()) {
      if (await endLeftover(leftover))
        log(`Ended ${leftover.name} (process ${leftover.pid}), left by an interrupted run`)
    }
  }
  return openRunFile(dataDir, mark)
}

/** Whether the recorded supervisor is still the process with its id. */
async function isRunning(state: RunState): Promise<boolean> {
  return isAlive(state.pid) && state.pid !== process.pid && (await commandLine(state.pid)).includes(state.mark)
}

function isOfThisBoot(state: RunState): boolean {
  return Math.abs(state.bootedAtMs - bootedAtMs()) < SAME_BOOT_MS
}

function bootedAtMs(): number {
  return Math.round(Date.now() - uptime() * 1000)
}

function openRunFile(dataDir: string, mark: string): RunFile {
  const startedAt = new Date().toISOString()
  let state: RunState = { pid: process.pid, startedAt, bootedAtMs: bootedAtMs(), mark, processes: [] }
  const save = (): void => writeWhole(runFilePath(dataDir), `${JSON.stringify(state, null, 2)}\n`)
  mkdirSync(dataDir, { recursive: true })
  save()
  return {
    note: (facts) => {
      state = { ...state, ...facts }
      save()
    },
    noteProcess: (started) => {
      const others = state.processes.filter(({ name }) => name !== started.name)
      const service = state.services?.[started.name as ServiceName]
      const services = service && { ...state.services, [started.name]: { ...service, pid: started.pid } }
      state = { ...state, processes: [...others, started], ...(services === undefined ? {} : { services }) }
      save()
    },
    remove: () => rm(runFilePath(dataDir), { force: true }),
  }
}

/** Readers see the old file or the new one. The address of a configured MongoDB may hold a password: owner only. */
function writeWhole(path: string, text: string): void {
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, text, { mode: 0o600 })
  renameSync(partial, path)
}
