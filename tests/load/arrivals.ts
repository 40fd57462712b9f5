import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from 'mongoose'

const LOOKS_EVERY_MS = 2
const GIVES_UP_AFTER_MS = 30_000

/** Watches for documents to appear in a collection, by looking again and again: as a reader of it would notice them. */
export interface Arrivals {
  /** Milliseconds from now until the document is there. @throws Error when it does not come in time */
  untilThere(id: string): Promise<number>
}

export function watchArrivals(connection: Connection, collection: string): Arrivals {
  const awaited = new Map<string, () => void>()
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    const giveUpAt = performance.now() + GIVES_UP_AFTER_MS
    while (awaited.size > 0) {
      const wanted = { _id: { $in: [...awaited.keys()] } }
      const found = await connection
        .collection<{ _id: string }>(collection)
        .find(wanted, { projection: { _id: 1 } })
        .toArray()
      for (const { _id } of found) {
        awaited.get(_id)?.()
        awaited.delete(_id)
      }
      if (performance.now() > giveUpAt) throw new Error(`${awaited.size} documents did not appear in ${collection}`)
      await pause(LOOKS_EVERY_MS)
    }
  }

  return {
    async untilThere(id) {
      const from = performance.now()
      const arrival = new Promise<number>((resolve) => awaited.set(id, () => resolve(performance.now() - from)))
      looking ??= look().finally(() => {
        looking = null
      })
      const failure = looking.then(() => arrival)
      return Promise.race([arrival, failure])
    },
  }
}
