import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type BackingSession,
  openBackingSession,
  repositoryRoot,
  SetupError,
  stopOnSignals,
} from '@afterline/dev-stack'
import { type Level, type LevelResult, runJest, selectsTests, sum } from '../testing/jest-run.ts'
import { timeSpent } from '../testing/time-spent.ts'

const log = (line: string): void => console.error(line)
const dataDir = join(repositoryRoot, '.afterline-test')
const args = process.argv.slice(2)
const calledOff = new AbortController()

async function main(): Promise<void> {
  const session = await openBackingSession({
    dataDir,
    mark: fileURLToPath(import.meta.url),
    log,
    signal: calledOff.signal,
  })
  stopOnSignals(() => {
    calledOff.abort()
    return session.stop()
  }, 130)
  try {
    const levels = await runLevels(session)
    await session.stop()
    for (const line of timeSpent(levels)) console.log(line)
    const { passed, failed } = sum(levels)
    console.log(`${passed} passed, ${failed} failed`)
    process.exitCode = failed === 0 ? 0 : 1
  } catch (error) {
    await session.stop()
    throw error
  }
}

/** Fast tests first: they need nothing, and what they find makes the others easier to read. */
async function runLevels(session: BackingSession): Promise<readonly LevelResult[]> {
  const levels = [await runLevel('fast', {})]
  for (const level of ['int', 'across'] as const) {
    if (calledOff.signal.aborted || !(await selectsTests({ root: repositoryRoot, level, args }))) continue
    const { mongodbUri, kafkaBrokers } = await session.services()
    levels.push(await runLevel(level, { MONGODB_URI: mongodbUri, KAFKA_BROKERS: kafkaBrokers }))
  }
  return levels
}

function runLevel(level: Level, env: Readonly<Record<string, string>>): Promise<LevelResult> {
  return runJest({ root: repositoryRoot, folder: dataDir, level, args, env, signal: calledOff.signal })
}

main().catch((error: unknown) => {
  if (calledOff.signal.aborted) return
  console.error(error instanceof SetupError ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
