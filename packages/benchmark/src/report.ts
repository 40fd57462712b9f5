import { parseArgs } from 'node:util'
import type { Comparison } from './comparison.ts'
import { type BenchmarkResult, tableOf } from './table.ts'

export interface BenchmarkArguments {
  /** The sizes of the claims instead of the quick ones. */
  readonly isFull: boolean
}

/** The body of a benchmark's file: measures, then prints a table, or with `--json` one JSON object. */
export async function reportBenchmark(
  benchmark: string,
  measure: (given: BenchmarkArguments) => Promise<readonly Comparison[]>,
): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, full: { type: 'boolean' } } })
  const result: BenchmarkResult = { benchmark, comparisons: await measure({ isFull: values.full ?? false }) }
  console.log(values.json ? JSON.stringify(result) : tableOf([result]))
}

/** A variable that the command `bench` provides. @throws Error that says so when it is not there */
export function requiredVariable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start the benchmark with the command bench of the project`)
  return value
}
