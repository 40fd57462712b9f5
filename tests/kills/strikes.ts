import { commandLine } from '@afterline/dev-stack'
import type { Strike, Victim } from './strike-plan.ts'

/** A process that may be struck, and what tells it from a stranger that got its id afterwards. */
export interface Target {
  readonly pid: number
  readonly mark: string
}

export interface Striker {
  /** Kills it, or stops it and has it go on later. False when it is gone already. */
  strike(strike: Strike, target: Target): Promise<boolean>
  /** Has everything go on that stands still. */
  thawAll(): Promise<void>
  readonly done: readonly { readonly victim: Victim; readonly kind: Strike['kind'] }[]
}

export function createStriker(): Striker {
  const frozen = new Map<Target, NodeJS.Timeout>()
  const done: { victim: Victim; kind: Strike['kind'] }[] = []

  async function send(signal: NodeJS.Signals, { pid, mark }: Target): Promise<boolean> {
    if (!(await commandLine(pid)).includes(mark)) return false
    try {
      return process.kill(pid, signal)
    } catch {
      return false
    }
  }

  async function thaw(target: Target): Promise<void> {
    clearTimeout(frozen.get(target))
    frozen.delete(target)
    await send('SIGCONT', target)
  }

  return {
    done,
    async strike({ victim, kind, forMs }, target) {
      if (!(await send(kind === 'KILL' ? 'SIGKILL' : 'SIGSTOP', target))) return false
      if (kind === 'FREEZE')
        frozen.set(
          target,
          setTimeout(() => void thaw(target), forMs),
        )
      done.push({ victim, kind })
      return true
    },
    async thawAll() {
      await Promise.all([...frozen.keys()].map(thaw))
    },
  }
}
