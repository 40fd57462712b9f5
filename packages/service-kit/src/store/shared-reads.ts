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
  /** Any other operation of the session, when its turn comes. */
  inTurn<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result>
}

type ReadMany<Value> = (keys: readonly string[], session: ClientSession) => Promise<ReadonlyMap<string, Value>>

export function sharedReads(session: ClientSession): SharedReads {
  const turns = pLimit(1)
  const loaders = new Map<string, unknown>()
  const inTurn = <Result>(work: (session: ClientSession) => Promise<Result>) => turns(() => work(session))
  return {
    inTurn,
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
