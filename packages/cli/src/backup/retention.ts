/** How many backups stay: the last of each day, and of each month, for so many days and months that have one. */
export interface Retention {
  readonly days: number
  readonly months: number
}

/**
 * The complete backups that may go, by their ids, which begin with their day in UTC. The newest always stays.
 * @param ids in order of time
 */
export function expired(ids: readonly string[], { days, months }: Retention): readonly string[] {
  const newest = ids.slice(-1)
  const staying = new Set([...newest, ...lastOfEach(ids, DAY, days), ...lastOfEach(ids, MONTH, months)])
  return ids.filter((id) => !staying.has(id))
}

/** Length of `YYYYMMDD`, and of `YYYYMM`. */
const DAY = 8
const MONTH = 6

function lastOfEach(ids: readonly string[], length: number, atMost: number): readonly string[] {
  const last = new Map(ids.map((id) => [id.slice(0, length), id]))
  return atMost === 0 ? [] : [...last.values()].slice(-atMost)
}
