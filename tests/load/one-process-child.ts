import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { claimPortRow, repositoryRoot, until } from '@afterline/dev-stack'

export interface OneProcess {
  readonly url: string
  stop(): Promise<void>
}

const ENTRY = fileURLToPath(new URL('../../gateway/bench/one-process.ts', import.meta.url))
const TELEMETRY = './packages/service-kit/src/telemetry/register.ts'

/** Starts the graph in one process, with telemetry and environment as the services have them. */
export async function startOneProcess(dataDir: string): Promise<OneProcess> {
  const port = await claimPortRow()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--import', TELEMETRY, ENTRY], {
    cwd: repositoryRoot,
    env: {
      ...process.env,
      AFTERLINE_SERVICE: 'one-process',
      AFTERLINE_BENCH_DATA: dataDir,
      PORT: String(port),
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const answers = async () => {
    if (child.exitCode !== null) throw new Error('the graph in one process has ended')
    // Whatever it answers, it listens.
    await fetch(url)
    return true
  }
  try {
    await until(answers, { timeoutMs: 60_000, everyMs: 200, what: 'The start of the graph in one process' })
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}
