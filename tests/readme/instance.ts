import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { claimPortRow } from '@afterline/dev-stack'
import { terminal } from './terminal.ts'

export interface Instance {
  readonly dataDir: string
  /** All that it has printed so far. */
  readonly printed: readonly string[]
  /** An interrupt for the one process that `npm start` shows as its own; then until everything is down. */
  stop(): Promise<void>
}

const READY = /^Afterline is ready: /

/**
 * `npm start` in a data folder and on ports of its own, until it says that it is ready; with MongoDB and Kafka of its
 * own, too, as it has no other databases and topics to use than those of its name.
 * @throws Error with what it printed when it ends before
 */
export async function npmStart(root: string, dataDir: string): Promise<Instance> {
  const { env } = terminal(root)
  const args = ['start', '--', '--fresh', '--data', dataDir, '--port', String(await claimPortRow())]
  const child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const printed: string[] = []
  const ended = once(child, 'close')
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line)
      if (READY.test(line)) resolve()
    })
  })
  const early = ended.then(() => {
    throw new Error(`npm start ended before it was ready:\n${printed.join('\n')}`)
  })
  await Promise.race([ready, early])
  early.catch(() => {})
  return {
    dataDir,
    printed,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}
