import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { compiledFolder, repositoryRoot, type Stack } from '@afterline/dev-stack'

export interface CommandResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An instance as the command line finds it. */
export interface Reached {
  readonly stack: Pick<Stack, 'dataDir'>
}

const PROGRAM = join(repositoryRoot, 'packages/cli/src/main.ts')

/** Starts `afterline <args>` as a process of its own that finds the instance by its data folder, as an operator's does. */
export function startAfterline({ stack }: Reached, ...args: readonly string[]) {
  return spawn(process.execPath, [PROGRAM, ...args, '--data', stack.dataDir], {
    cwd: repositoryRoot,
    // As `npm run afterline` does it: half of what a short command takes is compiling.
    env: { ...withoutAddresses(process.env), NODE_COMPILE_CACHE: compiledFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What the tests' own environment says may be those of other instances, and is an administrator's. */
function withoutAddresses({ MONGODB_URI: _mongodb, KAFKA_BROKERS: _kafka, ...others }: NodeJS.ProcessEnv) {
  return others
}

/** The same to its end. */
export async function afterline(stack: Reached, ...args: readonly string[]): Promise<CommandResult> {
  const child = startAfterline(stack, ...args)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, stdout, stderr }
}

/**
 * The same with `--json`: what the command printed, and nothing else, is on stdout.
 * @throws Error with what the command said when it ended with another exit code
 */
export async function afterlineJson<Result>(
  stack: Reached,
  args: readonly string[],
  { exitCode = 0 }: { readonly exitCode?: number } = {},
): Promise<Result> {
  const { code, stdout, stderr } = await afterline(stack, ...args, '--json')
  if (code !== exitCode) throw new Error(`afterline ${args.join(' ')} ended with ${code}: ${stderr}\n${stdout}`)
  // The caller names what the command documents.
  return JSON.parse(stdout) as Result
}
