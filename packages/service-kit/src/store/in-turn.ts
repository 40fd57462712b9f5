/** The last work that waits or runs, by connection or whatever else the ids belong to, and by id. */
const lastOn = new WeakMap<object, Map<string, Promise<void>>>()

/**
 * Runs `work` when everything has ended that was asked for earlier, in this process, on any of the ids. Transactions that
 * would write to the same records meet here, where waiting costs nothing, and not in the database, where all but one of
 * them come to nothing. Other processes are met there as ever: this saves conflicts, it guarantees nothing.
 * @param place what the ids belong to
 */
export function inTurn<Result>(place: object, ids: readonly string[], work: () => Promise<Result>): Promise<Result> {
  const last = lastOn.getOrInsertComputed(place, () => new Map())
  const keys = [...new Set(ids)]
  // All places are taken at once, so that no two can wait for each other.
  const running = Promise.all(keys.map((key) => last.get(key))).then(work)
  const ended = running.then(
    () => leave(),
    () => leave(),
  )
  const leave = () => {
    for (const key of keys) if (last.get(key) === ended) last.delete(key)
  }
  for (const key of keys) last.set(key, ended)
  return running
}
