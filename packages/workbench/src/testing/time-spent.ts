/** A file of tests, and how long it ran; files run side by side, so these add up to more than their level took. */
export interface FileTime {
  /** Relative to the repository, with forward slashes. */
  readonly file: string
  readonly seconds: number
}

export interface LevelTime {
  readonly level: string
  /** From the first test to the last. */
  readonly seconds: number
  readonly files: readonly FileTime[]
}

/** Files that are named. */
const SLOWEST = 10

/** Where the time of a run went, a line each: every level, then the slowest files of all. */
export function timeSpent(levels: readonly LevelTime[]): readonly string[] {
  const ran = levels.filter(({ files }) => files.length > 0)
  const slowest = ran
    .flatMap(({ files }) => files)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
  if (slowest.length === 0) return []
  return [
    `Time: ${ran.map(({ level, seconds, files }) => `${level} ${shown(seconds)} (files: ${files.length})`).join(', ')}`,
    'Slowest files:',
    ...slowest.map(({ file, seconds }) => `${shown(seconds).padStart(8)}  ${file}`),
  ]
}

const shown = (seconds: number): string => `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`
