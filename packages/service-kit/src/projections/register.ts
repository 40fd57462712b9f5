import type { Build } from './build.ts'

/** A build, with what its code declared when it was begun. */
export interface RegisteredBuild extends Build {
  /** What it keeps, as its projection calls it. */
  readonly collections: readonly string[]
  /** Types of events that it handles; absent on builds from before this was written down. */
  readonly handles?: readonly string[]
}

export interface RetiredBuild extends RegisteredBuild {
  readonly retiredAt: Date
}

/** The builds of one projection: the one document that says what readers see. */
export interface ProjectionRegister {
  /** Name of the projection. */
  readonly _id: string
  /** What readers see; `null` while the very first build catches up. */
  readonly current: RegisteredBuild | null
  /** `standing`: how many streams it has parked that the current one has not, when everything else was level. */
  readonly catchingUp: (RegisteredBuild & { readonly standing?: number }) | null
  readonly retired: readonly RetiredBuild[]
  /** The last number that was given to a build. */
  readonly lastNumber: number
}

/** A projection as this release declares it. */
export interface DeclaredProjection {
  readonly name: string
  readonly version: number
  readonly collections: readonly { readonly name: string }[]
  readonly handlers: object
}

function declaredBy({ collections, handlers }: DeclaredProjection) {
  return { collections: collections.map(({ name }) => name).toSorted(), handles: Object.keys(handlers).toSorted() }
}

export interface Circumstances {
  /** Whether this process has just started: then its release is the one that is wanted, older or newer. */
  readonly isStart: boolean
  /** Whether the projection has cursors from before there was a register. */
  readonly isAdopted: boolean
  readonly now: Date
}

/** What the projections were when there were no versions. */
const ADOPTED_VERSION = 1

/**
 * The register as it has to be for this release: some build of the release's version is current or catches up. A process
 * that runs for longer changes it only for builds of older versions: what a newer release makes beside it is left alone,
 * else the two would never come to rest.
 * @returns the same object where nothing has to change
 */
export function registerFor(
  known: ProjectionRegister | null,
  projection: DeclaredProjection,
  { isStart, isAdopted, now }: Circumstances,
): ProjectionRegister {
  const { version } = projection
  const register = known ?? firstRegister(projection, isAdopted)
  const { current, catchingUp } = register
  if (catchingUp?.version === version) return register
  if (current?.version === version) {
    // The code was taken back before the newer version was level, or that one is still on its way.
    return catchingUp !== null && (isStart || catchingUp.version < version) ? withoutNext(register, now) : register
  }
  const isNewest = [current, catchingUp].every((build) => build === null || build.version < version)
  return isStart || isNewest ? withNext(register, projection, now) : register
}

function firstRegister(projection: DeclaredProjection, isAdopted: boolean): ProjectionRegister {
  const adopted = { version: ADOPTED_VERSION, number: 1, ...declaredBy(projection) }
  return {
    _id: projection.name,
    current: isAdopted ? adopted : null,
    catchingUp: null,
    retired: [],
    lastNumber: isAdopted ? 1 : 0,
  }
}

/** Begins another build; one that was catching up is given up for it. */
export function withNext(register: ProjectionRegister, projection: DeclaredProjection, now: Date): ProjectionRegister {
  const number = register.lastNumber + 1
  const place = number > 1 ? { isApart: true } : {}
  const catchingUp = { version: projection.version, number, ...place, ...declaredBy(projection) }
  return { ...withoutNext(register, now), catchingUp, lastNumber: number }
}

function withoutNext(register: ProjectionRegister, now: Date): ProjectionRegister {
  return { ...register, catchingUp: null, retired: withRetired(register, register.catchingUp, now) }
}

/** The build that was catching up becomes what readers see. */
export function switchedIn(register: ProjectionRegister, now: Date): ProjectionRegister {
  const { current, catchingUp } = register
  if (catchingUp === null) return register
  const { standing: _, ...build } = catchingUp
  return { ...register, current: build, catchingUp: null, retired: withRetired(register, current, now) }
}

function withRetired({ retired }: ProjectionRegister, build: ProjectionRegister['catchingUp'], retiredAt: Date) {
  if (build === null) return retired
  const { standing: _, ...rest } = build
  return [...retired, { ...rest, retiredAt }]
}

/** What readers see; before anything is level, what there is. `null` before there is any build. */
export function readableBuildOf(register: ProjectionRegister | null): RegisteredBuild | null {
  return register?.current ?? register?.catchingUp ?? null
}

/** The builds that code of this version keeps up. */
export function buildsOfVersion(register: ProjectionRegister, version: number): readonly RegisteredBuild[] {
  return [register.current, register.catchingUp]
    .filter((build) => build !== null)
    .filter((build) => build.version === version)
}

/**
 * Whether a build of this version was begun by code that handles other events or keeps other collections: then the version
 * should have been raised, and to go on would leave out what only the one or the other handles.
 */
export function isOtherCode(register: ProjectionRegister, projection: DeclaredProjection): boolean {
  const declared = declaredBy(projection)
  const isSame = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ')
  return buildsOfVersion(register, projection.version).some(
    ({ collections, handles }) =>
      handles !== undefined && !(isSame(collections, declared.collections) && isSame(handles, declared.handles)),
  )
}

/** Whether readers see what this version makes, and no build of it is catching up. */
export function isCurrent(register: ProjectionRegister | null, version: number): boolean {
  return register?.current?.version === version && register.catchingUp?.version !== version
}
