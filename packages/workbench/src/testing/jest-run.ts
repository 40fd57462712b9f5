import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { leash, runTool } from '@afterline/dev-stack'
import type { LevelTime } from './time-spent.ts'

/** How far a test reaches; `jest.config.mjs` knows the files of each. */
export type Level = 'fast' | 'int' | 'across'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

export interface JestOptions {
  readonly root: string
  /** Where the result file goes. */
  readonly folder: string
  readonly level: Level
  /** For jest, as the caller typed them. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** When all tests are done and the process stays, something is still open: a fault of a test, not a reason to wait. */
const LINGERS_AFTER_MS = 30_000

export interface LevelResult extends Tally, LevelTime {}

/** Runs the tests of one level and counts them. A run that gave no result counts as one failure. */
export async function runJest(options: JestOptions): Promise<LevelResult> {
  const resultFile = join(options.folder, `results-${options.level}.json`)
  await rm(resultFile, { force: true })
  const args = ['--passWithNoTests', '--json', `--outputFile=${resultFile}`, '--maxWorkers=100%', ...options.args]
  const ended = await run(args, options, resultFile)
  if (!existsSync(resultFile)) return { level: options.level, passed: 0, failed: 1, seconds: 0, files: [] }
  const result: JestResult = JSON.parse(await readFile(resultFile, 'utf8'))
  const { passed, failed } = tallyOf(result)
  const isUncounted = ended === 'lingered' || (ended === 'failed' && failed === 0)
  return { level: options.level, passed, failed: isUncounted ? failed + 1 : failed, ...timeOf(result, options.root) }
}

/** Whether this level has any test that the arguments select. */
export async function selectsTests(options: Pick<JestOptions, 'root' | 'level' | 'args'>): Promise<boolean> {
  const args = jestCommand(['--listTests', '--json', '--passWithNoTests', ...options.args])
  const env = { ...process.env, AFTERLINE_TEST_LEVEL: options.level }
  const { code, output } = await runTool(process.execPath, args, { cwd: options.root, env })
  return code !== 0 || output.includes('.test.ts')
}

/** What of jest's report is read. */
interface JestResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numRuntimeErrorTestSuites: number
  /** Milliseconds since 1970, here and below. */
  readonly startTime: number
  readonly testResults: readonly { readonly name: string; readonly startTime: number; readonly endTime: number }[]
}

/** Sums what jest reports: a file that could not even be loaded holds no failed test, and must not pass unseen. */
export function tallyOf(
  result: Pick<JestResult, 'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites'>,
): Tally {
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numRuntimeErrorTestSuites }
}

export function timeOf(
  { startTime, testResults }: Pick<JestResult, 'startTime' | 'testResults'>,
  root: string,
): Pick<LevelTime, 'seconds' | 'files'> {
  const end = Math.max(startTime, ...testResults.map(({ endTime }) => endTime))
  const files = testResults.map((file) => ({
    file: relative(root, file.name).replaceAll('\\', '/'),
    seconds: (file.endTime - file.startTime) / 1000,
  }))
  return { seconds: (end - startTime) / 1000, files }
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  })
}

function run(
  args: readonly string[],
  options: JestOptions,
  resultFile: string,
): Promise<'passed' | 'failed' | 'lingered'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, jestCommand(args), {
      cwd: options.root,
      env: { ...process.env, ...options.env, AFTERLINE_TEST_LEVEL: options.level },
      // A group of its own, so that its workers can be ended with it.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const group = -(child.pid ?? 0)
    const unleash = leash(group)
    const end = (signal: NodeJS.Signals): boolean => child.exitCode === null && process.kill(group, signal)
    const callOff = (): boolean => end('SIGTERM')
    options.signal.addEventListener('abort', callOff)
    let doneAt: number | undefined
    let lingered = false
    const watch = setInterval(() => {
      if (doneAt === undefined && existsSync(resultFile)) doneAt = performance.now()
      if (doneAt === undefined || performance.now() - doneAt < LINGERS_AFTER_MS) return
      lingered = true
      console.error('The tests are done, but one of them has left something open: it is ended, and counts as failed.')
      end('SIGKILL')
    }, 1_000)
    child.once('close', (code) => {
      clearInterval(watch)
      options.signal.removeEventListener('abort', callOff)
      unleash()
      resolve(lingered ? 'lingered' : code === 0 ? 'passed' : 'failed')
    })
  })
}

function jestCommand(args: readonly string[]): string[] {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js')
  return ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...args]
}
