import type { KeyObject } from 'node:crypto'
import { GENESIS_HASH } from '@afterline/events'
import type { Connection } from 'mongoose'
import { anchorOf, digestOf, isSignedBy, rootOf, type SealDocument, statementOf } from '../relay/seal.ts'
import { sealsOf } from '../relay/seals.ts'
import { type EventDocument, eventsOf } from '../store/collections.ts'
import type { FindingCollector } from './findings.ts'

/** The seals of one shard, up to the last that there was when verification began. */
export interface Chain {
  readonly shard: number
  readonly lastNumber: number
}

/**
 * Walks the seals up to the given number: no number missing, each linked to the one before and signed, and its root
 * equal to the one that follows from the events as they are stored now.
 */
export async function checkSeals(
  connection: Connection,
  publicKeys: readonly KeyObject[],
  { shard, lastNumber }: Chain,
  findings: FindingCollector,
  onSeal: (seal: SealDocument) => void,
): Promise<void> {
  const cursor = sealsOf(connection, shard)
    .find({ _id: { $lte: lastNumber } }, { readConcern: 'majority' })
    .sort({ _id: 1 })
    .batchSize(20)
  let previous: SealDocument | null = null
  for await (const seal of cursor) {
    checkPlace(seal, previous, findings)
    if (!isSignedBy(publicKeys, anchorOf(seal))) findings.report('SEAL_SIGNATURE', { seal: seal._id })
    await checkRoot(connection, seal, findings)
    onSeal(seal)
    previous = seal
  }
}

function checkPlace(seal: SealDocument, previous: SealDocument | null, findings: FindingCollector): void {
  const expected = (previous?._id ?? 0) + 1
  for (let missing = expected; missing < seal._id; missing += 1) findings.report('SEAL_MISSING', { seal: missing })
  // The seal before it is gone: there is nothing left to compare the link with.
  if (seal._id !== expected) return
  const digest = previous ? digestOf(statementOf(previous)) : GENESIS_HASH
  if (seal.previousDigest !== digest) findings.report('SEAL_LINK', { seal: seal._id })
}

async function checkRoot(connection: Connection, seal: SealDocument, findings: FindingCollector): Promise<void> {
  const documents = await eventsOf(connection)
    .find<Pick<EventDocument, '_id' | 'hash'>>(
      { _id: { $in: seal.events.map(({ id }) => id) } },
      { projection: { hash: 1 }, readConcern: 'majority' },
    )
    .toArray()
  const stored = new Map(documents.map(({ _id, hash }) => [_id, hash]))
  let isExplained = false
  for (const { id, stream, version, hash } of seal.events) {
    const found = stored.get(id)
    if (found === hash) continue
    isExplained = true
    findings.report(found === undefined ? 'SEALED_EVENT_MISSING' : 'SEALED_EVENT_CHANGED', {
      stream,
      version,
      seal: seal._id,
    })
  }
  const hashes = seal.events.map(({ id }) => stored.get(id) ?? '')
  const isSealed = seal.count === hashes.length && rootOf(hashes) === seal.root
  // Only where the list of the seal agrees with the events can nothing but the root tell that both were rewritten.
  if (!isSealed && !isExplained) findings.report('SEAL_ROOT', { seal: seal._id })
}
