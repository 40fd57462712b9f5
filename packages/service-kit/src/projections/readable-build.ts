import type { Connection } from 'mongoose'
import { type Build, FIRST_BUILD } from './build.ts'
import { readableBuildOf } from './register.ts'
import { findRegister } from './register-store.ts'

/** How long a process goes on reading the build that it last knew to be current. Retired ones stay for much longer. */
const KNOWN_FOR_MS = 1_000

interface KnownBuild {
  readonly build: Promise<Build>
  readonly until: number
}

const knownOn = new WeakMap<Connection, Map<string, KnownBuild>>()

/** The build of a projection that readers see: at most a second after a newer one was switched in, that one. */
export function readableBuild(connection: Connection, projection: string): Promise<Build> {
  const builds = knownOn.getOrInsertComputed(connection, () => new Map<string, KnownBuild>())
  const known = builds.get(projection)
  if (known !== undefined && performance.now() < known.until) return known.build
  const build = findRegister(connection, projection).then((register) => readableBuildOf(register) ?? FIRST_BUILD)
  builds.set(projection, { build, until: performance.now() + KNOWN_FOR_MS })
  // What could not be found out is asked for again by whoever comes next.
  build.catch(() => builds.delete(projection))
  return build
}
