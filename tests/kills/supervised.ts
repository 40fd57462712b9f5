import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { commandLine, leash, readRunState, repositoryRoot, type StartedProcess, until } from '@afterline/dev-stack'

const SUPERVISOR = join(repositoryRoot, 'packages/dev-stack/src/main.ts')
const READY = /^Afterline is ready: /
/** A start may meet what the killed one has left, which is still ending. */
const MOST_STARTS = 4
const UP_WITHIN_MS = 120_000

/** An instance as `npm start` runs it, whose supervisor may be killed and started again on the same data and ports. */
export interface Supervised {
  readonly dataDir: string
  readonly pid: () => number | undefined
  /** Starts it and waits until it is ready. */
  start(isFresh?: boolean): Promise<void>
  /** The same once the one that was killed has ended. */
  startAgain(): Promise<void>
  /** A process that the supervisor has started, once it is there. @throws SetupError when it does not come */
  found(name: string): Promise<StartedProcess>
  /** Ctrl-C, and then until everything is down. */
  stop(): Promise<void>
}

export interface Place {
  readonly dataDir: string
  /** The first of eight free ones in a row. */
  readonly port: number
  readonly log: (line: string) => void
}

/** What MongoDB and Kafka would be found by must not lead to those of others. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { MONGODB_URI: _mongodb, KAFKA_BROKERS: _kafka, AFTERLINE_GRAPH_URL: _graph, ...others } = process.env
  return others
}

export function supervised({ dataDir, port, log }: Place): Supervised {
  let child: ChildProcess | undefined

  async function startOnce(isFresh: boolean): Promise<boolean> {
    const args = [SUPERVISOR, '--data', dataDir, '--port', String(port), '--empty', ...(isFresh ? ['--fresh'] : [])]
    // Ctrl-C is for whoever asks for the kills: this one is then stopped in order.
    const started = spawn(process.execPath, args, {
      cwd: repositoryRoot,
      env: ownEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const unleash = started.pid === undefined ? () => {} : leash(started.pid)
    child = started
    started.once('exit', () => {
      unleash()
      if (child === started) child = undefined
    })
    return new Promise((resolve) => {
      createInterface({ input: started.stdout }).on('line', (line) => READY.test(line) && resolve(true))
      started.once('exit', () => resolve(false))
    })
  }

  async function start(isFresh = false): Promise<void> {
    for (let tries = 1; !(await startOnce(isFresh)); tries += 1) {
      if (tries === MOST_STARTS) throw new Error('the instance does not start')
      log('the start did not succeed and is repeated')
    }
  }

  return {
    dataDir,
    pid: () => child?.pid,
    start,
    async startAgain() {
      if (child !== undefined) await once(child, 'exit')
      await start()
    },
    found(name) {
      const look = async () => {
        const started = (await readRunState(dataDir))?.processes.find((one) => one.name === name)
        const isThere = started !== undefined && (await commandLine(started.pid)).includes(started.mark)
        return isThere ? started : undefined
      }
      return until(look, { timeoutMs: UP_WITHIN_MS, what: `A running ${name}` })
    },
    async stop() {
      const stopped = child
      if (stopped === undefined) return
      const gone = once(stopped, 'exit')
      stopped.kill('SIGINT')
      await gone
    },
  }
}
