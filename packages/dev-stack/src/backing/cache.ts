import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './process-table.ts'

const PARTIAL = '.partial-'

/** Downloads are kept once per user, not per clone: `AFTERLINE_CACHE`, else `~/.cache/afterline`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['AFTERLINE_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'afterline')
}

/**
 * The folder `name` of the cache, filled by `fill` when it is not there yet.
 * It appears by one rename when it is complete: an interrupted or concurrent download never leaves a half one.
 */
export async function cached(root: string, name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(root, name)
  if (await exists(target)) return target
  await mkdir(root, { recursive: true })
  await removeAbandoned(root)
  const partial = join(root, `${PARTIAL}${process.pid}-${crypto.randomUUID()}`)
  await mkdir(partial)
  try {
    await fill(partial)
    await rename(partial, target).catch(async (error: unknown) => {
      // Somebody else was faster; theirs is as good as ours.
      if (!(await exists(target))) throw error
    })
    return target
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** Whether `cached` would answer without filling. */
export function isCached(root: string, name: string): Promise<boolean> {
  return exists(join(root, name))
}

async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = name.startsWith(PARTIAL) ? Number.parseInt(name.slice(PARTIAL.length), 10) : Number.NaN
    if (pid > 0 && !isAlive(pid)) await rm(join(root, name), { recursive: true, force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
