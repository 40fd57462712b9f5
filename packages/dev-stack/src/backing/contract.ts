import type { Log } from './log.ts'
import type { ManagedProcess } from './managed-process.ts'

/** The TCP ports on 127.0.0.1 that locally started backing services listen on. */
export interface BackingPorts {
  readonly mongo: number
  readonly kafka: number
  readonly kafkaController: number
}

/** Enough to find a process again, and to be sure that it is still the same one. */
export interface StartedProcess {
  readonly name: string
  readonly pid: number
  /** A part of its command line that no other program has. */
  readonly mark: string
}

export interface BackingOptions {
  /** Data and logs of everything started here; survives a restart. */
  readonly dataDir: string
  readonly ports: BackingPorts
  readonly log: Log
  /** Where local servers listen, and under which address they name themselves; only this machine reaches the loopback one. */
  readonly address?: string
  /** Told after each start of a local process, so that it can be recorded for a later clean-up. */
  readonly onProcess?: (started: StartedProcess) => void
  /** Ends a start that is under way; what it has started already is stopped again. */
  readonly signal?: AbortSignal
  /** Settings that choose the way; the process environment unless given. */
  readonly env?: NodeJS.ProcessEnv
  /**
   * Whether a local mongod leaves alone what has expired: for clocks that stand in the past, by which nothing has, while
   * MongoDB goes by its own.
   */
  readonly keepsExpired?: boolean
}

/** One backing service, found or started. */
export interface Backing {
  /** MongoDB: a connection string without a database; Kafka: a comma-separated list of brokers. */
  readonly address: string
  /** The local processes that were started for it; empty when it was found running. */
  readonly processes: readonly ManagedProcess[]
  /** Stops what was started, and nothing else. */
  readonly stop: () => Promise<void>
}

/** @throws SetupError when the start was called off. */
export function unlessCalledOff(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new SetupError('The start was interrupted.')
}

/** A fault with a message that tells the reader what to do; printed without a stack trace. */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}
