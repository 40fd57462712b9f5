import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from '../backing/contract.ts'
import { type BackingSession, openBackingSession } from '../stack/backing-session.ts'
import { repositoryRoot } from '../stack/repository.ts'
import { stopOnSignals } from '../stack/signals.ts'

const HELP = `Usage: npm run bench -- [--list] [name ...] [-- arguments for the benchmark]

Runs the benchmarks whose path contains one of the names, all without a name. Files end in .bench.ts; those that end in
.int.bench.ts get MongoDB and Kafka (MONGODB_URI, KAFKA_BROKERS).
`

const calledOff = new AbortController()

async function main(): Promise<void> {
  const typed = process.argv.slice(2)
  if (typed.includes('--help')) return console.log(HELP)
  const end = typed.includes('--') ? typed.indexOf('--') : typed.length
  const names = typed.slice(0, end).filter((arg) => !arg.startsWith('--'))
  const files = benchmarks(names)
  if (files.length === 0) throw new SetupError(`No benchmark matches.\n\n${HELP}`)
  if (typed.slice(0, end).includes('--list')) return console.log(files.join('\n'))
  const session = await openBackingSession({
    dataDir: join(repositoryRoot, '.afterline-test', 'bench'),
    mark: fileURLToPath(import.meta.url),
    log: (line) => console.error(line),
    signal: calledOff.signal,
  })
  stopOnSignals(() => {
    calledOff.abort()
    return session.stop()
  }, 130)
  try {
    for (const file of files) await run(file, typed.slice(end + 1), session)
  } finally {
    await session.stop()
  }
}

function benchmarks(names: readonly string[]): string[] {
  const all = globSync('{packages,services,gateway,tests,deploy}/**/*.bench.ts', {
    cwd: repositoryRoot,
    exclude: ['**/node_modules'],
  })
  return all.filter((file) => names.length === 0 || names.some((name) => file.includes(name))).toSorted()
}

async function run(file: string, args: readonly string[], session: BackingSession): Promise<void> {
  if (calledOff.signal.aborted) return
  console.error(`\n${file}`)
  const backing = file.endsWith('.int.bench.ts') ? await session.services() : undefined
  const env = backing && { MONGODB_URI: backing.mongodbUri, KAFKA_BROKERS: backing.kafkaBrokers }
  const child = spawn(process.execPath, [file, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  if (calledOff.signal.aborted) return
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
})
