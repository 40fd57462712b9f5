const WINDOW_MICROS = 100_000

/**
 * Calls per second of processor time, over as many passes as fill a while: a process that waits for the processor
 * measures its neighbours.
 */
export function perProcessorSecond<T>(run: (item: T) => number, items: readonly T[]): number {
  const begin = process.cpuUsage()
  let done = 0
  let sum = 0
  for (;;) {
    for (const item of items) sum += run(item)
    done += items.length
    const { user, system } = process.cpuUsage(begin)
    // The sum is used, so that no run can be optimised away.
    if (user + system > WINDOW_MICROS) return sum === 0 ? 0 : (done * 1_000_000) / (user + system)
  }
}

/** Milliseconds of processor time that a piece of work takes: the median of an odd number of times. */
export function processorMillis(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const begin = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1000
  })
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

/**
 * Bytes of heap that one call leaves behind. A collection in between hides some, so the largest of several passes counts;
 * a pass is kept shorter than the youngest generation.
 */
export function bytesPerCall<T>(run: (item: T) => number, items: readonly T[]): number {
  let most = 0
  let sum = 0
  for (let pass = 0; pass < 20; pass += 1) {
    const before = process.memoryUsage().heapUsed
    for (const item of items) sum += run(item)
    most = Math.max(most, (process.memoryUsage().heapUsed - before) / items.length)
  }
  return sum === 0 ? 0 : most
}
