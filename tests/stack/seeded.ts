/** Choices that come out the same for the same seed. */
export interface Seeded {
  /** From 0 up to, but without, 1. */
  next(): number
  below(limit: number): number
  /** Whether something happens that happens this often. */
  holds(probability: number): boolean
  /** @throws Error where there is nothing to choose from */
  oneOf<T>(choices: readonly T[]): T
}

/** @param seed a whole number (Mulberry32) */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    holds: (probability) => next() < probability,
    oneOf<T>(choices: readonly T[]): T {
      if (choices.length === 0) throw new Error('there is nothing to choose from')
      // An index below the length names a member.
      return choices[below(choices.length)] as T
    },
  }
}
