interface Entry {
  readonly stream: string
  readonly version: number
}

/**
 * Puts each stream's entries into version order and leaves the places of the streams among each other as they are. The
 * store's promise that `recordedAt` never decreases within a stream makes this the identity; order must not hang on it.
 */
export function inVersionOrder<E extends Entry>(entries: readonly E[]): readonly E[] {
  const byStream = new Map<string, E[]>()
  for (const entry of entries) {
    const known = byStream.get(entry.stream)
    if (known) known.push(entry)
    else byStream.set(entry.stream, [entry])
  }
  for (const known of byStream.values()) known.sort((a, b) => b.version - a.version)
  return entries.map((entry) => byStream.get(entry.stream)?.pop() ?? entry)
}

/** For each stream its highest version among the entries. */
export function highestVersions(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const highest = new Map<string, number>()
  for (const { stream, version } of entries) highest.set(stream, Math.max(version, highest.get(stream) ?? 0))
  return highest
}
