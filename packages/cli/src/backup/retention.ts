/** How many backups stay: one of each day, and of each month, for so many days and months that have one. */
export interface Retention {
  readonly days: number
  readonly months: number
}

/** A complete backup. */
export interface KeptBackup {
  /** Begins with its day in UTC. */
  readonly id: string
  /** Whether it was restored, and found to be good. */
  readonly isChecked: boolean
}

/**
 * The complete backups that may go. Of a day or month, the last one stays that was found to be good; the last one where none
 * was. The newest always stays, and the newest that was found to be good: what nobody has checked replaces nothing.
 * @param backups in order of time
 * @returns their ids
 */
export function expired(backups: readonly KeptBackup[], { days, months }: Retention): readonly string[] {
  const newest = [...backups.slice(-1), ...backups.filter(({ isChecked }) => isChecked).slice(-1)]
  const staying = new Set([...newest, ...bestOfEach(backups, DAY, days), ...bestOfEach(backups, MONTH, months)])
  return backups.filter((backup) => !staying.has(backup)).map(({ id }) => id)
}

/** Length of `YYYYMMDD`, and of `YYYYMM`. */
const DAY = 8
const MONTH = 6

function bestOfEach(backups: readonly KeptBackup[], length: number, atMost: number): readonly KeptBackup[] {
  const best = new Map<string, KeptBackup>()
  for (const backup of backups) {
    const period = backup.id.slice(0, length)
    if (backup.isChecked || best.get(period)?.isChecked !== true) best.set(period, backup)
  }
  return atMost === 0 ? [] : [...best.values()].slice(-atMost)
}
