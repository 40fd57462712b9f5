/** Tells one who waits that there is something to do. */
export interface Bell {
  ring(): void
  /**
   * Resolves at the next ring, at once where it was rung since the last time, and at the latest after so many ms.
   * @returns whether it was rung
   */
  next(longestMs: number): Promise<boolean>
  /** Resolves a running `next`, and every later one, at once. */
  stop(): void
}

export function createBell(): Bell {
  let isRung = false
  let isStopped = false
  let answer: (() => void) | null = null
  const ring = () => {
    isRung = true
    answer?.()
  }
  return {
    ring,
    async next(longestMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longestMs)
          answer = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        answer = null
      }
      const wasRung = isRung
      isRung = isStopped
      return wasRung
    },
    stop() {
      isStopped = true
      ring()
    },
  }
}
