import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type BenchmarkResult, machineLine, tableOf } from '@afterline/benchmark'
import { repositoryRoot, SetupError, stopOnSignals } from '@afterline/dev-stack'
import { BENCH_HELP, type BenchOptions, parseBenchOptions } from '../bench/bench-options.ts'
import type { Benchmark } from '../bench/catalogue.ts'
import { type BenchSurroundings, openSurroundings } from '../bench/surroundings.ts'

const calledOff = new AbortController()
const log = (line: string): void => console.error(line)

async function main(): Promise<void> {
  const options = parseBenchOptions(process.argv.slice(2))
  if (options.isHelp) return console.log(BENCH_HELP)
  const surroundings = await openSurroundings({
    mark: fileURLToPath(import.meta.url),
    log,
    signal: calledOff.signal,
  })
  stopOnSignals(() => {
    calledOff.abort()
    return surroundings.stop()
  }, 130)
  const results: BenchmarkResult[] = []
  try {
    for (const benchmark of options.chosen) {
      const result = await run(benchmark, options, surroundings)
      if (result) results.push(result)
    }
  } finally {
    await surroundings.stop()
  }
  if (options.isJson) return console.log(JSON.stringify(results))
  console.log(`\n${machineLine()}; ${options.isFull ? 'full' : 'quick'} sizes\n\n${tableOf(results)}`)
}

/** Runs one benchmark as a process of its own. One that fails leaves no line, but does not end the others. */
async function run(
  { name, file, need }: Benchmark,
  { isFull }: BenchOptions,
  surroundings: BenchSurroundings,
): Promise<BenchmarkResult | null> {
  if (calledOff.signal.aborted) return null
  const env = await surroundings.environment(need)
  log(`${name} …`)
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(repositoryRoot, file), '--json', ...(isFull ? ['--full'] : [])], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  log(`${name} ${code === 0 ? 'took' : 'FAILED after'} ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  if (code === 0) return JSON.parse(output)
  process.exitCode = 1
  return null
}

main().catch((error: unknown) => {
  if (calledOff.signal.aborted) return
  console.error(error instanceof SetupError ? error.message : error)
  process.exitCode = 1
})
