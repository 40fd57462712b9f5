import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackingServices, startBackingServices } from '../backing/backing-services.ts'
import type { Log } from '../backing/log.ts'
import { freeLayout } from './layout.ts'
import { claimDataFolder } from './run-file.ts'

export interface SessionOptions {
  readonly dataDir: string
  /** Part of the command line of the program that asks. */
  readonly mark: string
  readonly log: Log
  readonly signal: AbortSignal
}

/** A data folder of one's own, and in it, once asked for, empty backing services on free ports. */
export interface BackingSession {
  /** Starts them at the first call. */
  readonly services: () => Promise<BackingServices>
  readonly stop: () => Promise<void>
}

/** @throws SetupError when another program uses the data folder. */
export async function openBackingSession(options: SessionOptions): Promise<BackingSession> {
  const { dataDir, log, signal } = options
  const runFile = await claimDataFolder(dataDir, options.mark, log)
  let starting: Promise<BackingServices> | undefined
  return {
    services: () => {
      starting ??= startEmpty(dataDir, log, signal, runFile.noteProcess)
      return starting
    },
    stop: async () => {
      await starting?.then(
        (services) => services.stop(),
        () => {},
      )
      await runFile.remove()
    },
  }
}

async function startEmpty(
  dataDir: string,
  log: Log,
  signal: AbortSignal,
  onProcess: Parameters<typeof startBackingServices>[0]['onProcess'],
): Promise<BackingServices> {
  const stored = ['mongodb', 'kafka', 'logs'].map((name) => join(dataDir, name))
  await Promise.all(stored.map((path) => rm(path, { recursive: true, force: true })))
  await mkdir(dataDir, { recursive: true })
  const { backing: ports } = await freeLayout()
  const noting = onProcess === undefined ? {} : { onProcess }
  return startBackingServices({ dataDir, ports, log, signal, keepsExpired: true, ...noting })
}
