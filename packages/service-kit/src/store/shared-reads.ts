import DataLoader from 'dataloader'
import type { ClientSession } from 'mongoose'
import pLimit from 'p-limit'

/**
 * What several decisions of one transaction look up. They may ask side by side: what they ask for at the same moment is
 * read at once, each key once for the whole transaction, and the operations of the session follow one another, as they
 * must. What the transaction itself writes meanwhile does not show: it writes when all is decided.
 */
export interface SharedReads {
  /**
   * @param what names the kind of thing; one name stands for one kind of value
   * @param readMany reads within the session; a key that is absent from its answer has no value
   */
  load<Value>(what: string, key: string, readMany: ReadMany<Value>): Promise<Value | null>
  /** Notes that what is decided rests on a record of another service, which a projection of this one follows. */
  rests(on: Followed): void
  /** What was noted, each record once. */
  followed(): readonly Followed[]
  /** Any other operation of the session, when its turn comes. */
  inTurn<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result>
}

/** A record of another service, as a decision has read of it. */
export interface Followed {
  /** Name of the projection that tells of it. */
  readonly projection: string
  readonly stream: string
  /** False where nothing is there, and where whoever decides may not see it: both are told alike. */
  readonly isThere: boolean
}

type ReadMany<Value> = (keys: readonly string[], session: ClientSession) => Promise<ReadonlyMap<string, Value>>

export function sharedReads(session: ClientSession): SharedReads {
  const turns = pLimit(1)
  const loaders = new Map<string, unknown>()
  const inTurn = <Result>(work: (session: ClientSession) => Promise<Result>) => turns(() => work(session))
  const noted = new Map<string, Followed>()
  return {
    inTurn,
    rests(on) {
      const known = noted.get(on.stream)
      if (known === undefined || !known.isThere) noted.set(on.stream, on)
    },
    followed: () => [...noted.values()],
    load<Value>(what: string, key: string, readMany: ReadMany<Value>) {
      const loader = loaders.getOrInsertComputed(what, () => {
        return new DataLoader<string, Value | null>(async (keys) => {
          const found = await inTurn((current) => readMany(keys, current))
          return keys.map((each) => found.get(each) ?? null)
        })
      }) as DataLoader<string, Value | null>
      return loader.load(key)
    },
  }
}
