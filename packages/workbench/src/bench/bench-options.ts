import { parseArgs } from 'node:util'
import { SetupError } from '@afterline/dev-stack'
import { type Benchmark, benchmarks } from './catalogue.ts'

export interface BenchOptions {
  readonly chosen: readonly Benchmark[]
  /** A JSON array instead of the table. */
  readonly isJson: boolean
  /** The sizes of the claims instead of those that fit into a few minutes. */
  readonly isFull: boolean
  readonly isHelp: boolean
}

export const BENCH_HELP = `Usage: npm run bench -- [options]

Measures ratios, each in one run, and prints them as one table. The quick sizes take about six minutes on two cores.

  --only NAME  only this benchmark; may be given several times
  --full       the sizes of the claims, such as a million cases: much longer, and some GB of disk
  --json       print a JSON array, and nothing else, on stdout
  --help       this text

${benchmarks.map(({ name, question }) => `  ${name.padEnd(12)} ${question}`).join('\n')}
`

/** @throws SetupError that names the option at fault. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parse(args)
  const only = values.only ?? []
  const unknown = only.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
  if (unknown.length > 0) throw new SetupError(`There is no benchmark '${unknown.join("', '")}'.\n\n${BENCH_HELP}`)
  return {
    chosen: benchmarks.filter(({ name }) => only.length === 0 || only.includes(name)),
    isJson: values.json ?? false,
    isFull: values.full ?? false,
    isHelp: values.help ?? false,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        full: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${BENCH_HELP}`, { cause: error })
  }
}
