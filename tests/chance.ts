/** So many out of a bag that is filled and shaken again whenever it is empty. */
export function drawn<Item>(items: readonly Item[], count: number, random: () => number): readonly Item[] {
  const taken: Item[] = []
  while (taken.length < count) taken.push(...shuffled(items, random))
  return taken.slice(0, count)
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

/** Numbers from 0 to below 1 that look random (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
