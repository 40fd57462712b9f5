import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { type Reached, startAfterline } from '../stack/command-line.ts'
import type { Target } from './strikes.ts'

/** Imports of one folder, one after the other, until one has come to its end and no more is wanted. */
export interface Imports {
  /** The one that runs; undefined between two. */
  running(): Target | undefined
  /** No further one is begun after one that has come to its end. */
  enough(): void
  /** Resolves when one has come to its end after `enough`. @throws Error when too many end by themselves, and not well */
  readonly ended: Promise<void>
  /** What imports have said that ended by themselves, and not well. */
  readonly faults: readonly string[]
  readonly begun: () => number
}

/** Somebody who tries again is patient, not endlessly so. */
const MOST_FAULTS = 5

export function importRepeatedly(where: Reached, folder: string, mapping: string): Imports {
  let target: Target | undefined
  let isEnough = false
  let begun = 0
  const faults: string[] = []

  /** Whether it has come to its end. */
  async function importOnce(): Promise<boolean> {
    begun += 1
    const child = startAfterline(where, 'import', folder, '--map', mapping)
    child.stdout.resume()
    if (child.pid !== undefined) target = { pid: child.pid, mark: folder }
    const [stderr, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'close')])
    target = undefined
    if (code !== 0 && signal !== 'SIGKILL') faults.push(`exit code ${code}: ${stderr.slice(-500)}`)
    return code === 0
  }

  async function untilEnough(): Promise<void> {
    while (!((await importOnce()) && isEnough)) {
      if (faults.length >= MOST_FAULTS) throw new Error(`the import does not end well: ${faults.join('\n')}`)
    }
  }

  return {
    faults,
    running: () => target,
    enough: () => {
      isEnough = true
    },
    begun: () => begun,
    ended: untilEnough(),
  }
}
