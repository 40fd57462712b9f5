import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of this repository, absolute. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '')

/**
 * Where Node keeps what it has compiled: a process that finds it there starts with nearly half the work. It believes what it
 * finds only for the same version, path and content, so that each clone has a place of its own, as bootstrap.mjs has it.
 */
export const compiledFolder = join(repositoryRoot, 'node_modules', '.cache', 'compiled')
