import { canonicalJson } from '@afterline/events'
import { createGrowingRoot, type EventDocument } from '@afterline/service-kit'
import type { ClientSession, mongo } from 'mongoose'

/** Of all streams of a database, how far each goes and what its last event is. */
export interface StreamHeads {
  readonly streams: number
  /**
   * Root of a Merkle tree (RFC 9162), hexadecimal. Its entries are `[stream, version, hash]` of the last event of each stream,
   * in canonical JSON, in the order of the streams' names as bytes. Each hash commits to all events before it.
   */
  readonly root: string
}

type Head = Pick<EventDocument, 'stream' | 'version' | 'hash'>

/** Reads every event, and holds one at a time. @param session of the snapshot that is meant; now when left out */
export async function streamHeads(database: mongo.Db, session?: ClientSession): Promise<StreamHeads> {
  const tree = createGrowingRoot()
  let streams = 0
  const add = ({ stream, version, hash }: Head) => {
    tree.add(Buffer.from(canonicalJson([stream, version, hash])))
    streams += 1
  }
  const events = database.collection<EventDocument>('events').find<Head>(
    {},
    {
      ...(session === undefined ? {} : { session }),
      sort: { stream: 1, version: 1 },
      projection: { _id: 0, stream: 1, version: 1, hash: 1 },
    },
  )
  let last: Head | null = null
  for await (const event of events) {
    if (last !== null && last.stream !== event.stream) add(last)
    last = event
  }
  if (last !== null) add(last)
  return { streams, root: tree.root().toString('hex') }
}
