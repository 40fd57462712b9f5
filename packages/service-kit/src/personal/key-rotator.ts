import { setTimeout as pause } from 'node:timers/promises'
import { faultOf } from '../consumers/fault.ts'
import { isWorthTelling, waitBefore } from '../kafka/back-off.ts'
import type { Log } from '../store/log.ts'
import { announceMasterKey, type RotatingDeps, rotateWhenAsked } from './key-rotation.ts'

export interface KeyRotator {
  start(): void
  /** Ends after the write in hand. */
  stop(): Promise<void>
}

export interface KeyRotatorOptions extends Omit<RotatingDeps, 'batchSize'> {
  readonly log: Log
  readonly batchSize?: number
  /** How soon a rotation begins that somebody asks for. */
  readonly pollMs?: number
}

/** Carries out rotations of the master key while the service serves; for processes that have a former one. */
export function createKeyRotator({ log, batchSize = 500, pollMs = 2_000, ...deps }: KeyRotatorOptions): KeyRotator {
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    let isAnnounced = false
    for (let faults = 0; !signal.aborted; ) {
      try {
        if (!isAnnounced) await announceMasterKey(deps.connection, deps.masterKeys)
        isAnnounced = true
        await rotateWhenAsked({ ...deps, batchSize }, signal)
        faults = 0
        await pause(pollMs, undefined, { signal }).catch(() => undefined)
      } catch (error) {
        faults += 1
        if (isWorthTelling(faults)) log.warn({ ...faultOf(error), faults }, 'data keys are not rewrapped; trying again')
        await waitBefore(faults, signal)
      }
    }
  }

  return {
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
