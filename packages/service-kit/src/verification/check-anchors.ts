import type { KeyObject } from 'node:crypto'
import { anchorsTopicOf, type Context } from '@afterline/events'
import type { Connection } from 'mongoose'
import type { KafkaPort } from '../kafka/kafka-port.ts'
import { type Anchor, digestOf, isSignedBy, type SealDocument, statementOf } from '../relay/seal.ts'
import { publishedPart, sealsOf } from '../relay/seals.ts'
import type { Chain } from './check-seals.ts'
import type { FindingCollector } from './findings.ts'

/** Hands over the published anchors as parsed JSON, in pieces, from the first to the last. */
export type AnchorSource = (onAnchors: (anchors: readonly unknown[]) => Promise<void>) => Promise<void>

export function anchorsFrom(kafka: KafkaPort, context: Context): AnchorSource {
  return async (onAnchors) => {
    await kafka.readTopic(anchorsTopicOf(context), {
      onMessages: (messages) => onAnchors(messages.map(({ value }) => parsed(value))),
    })
  }
}

/**
 * Compares what was published with what is stored. The topic is out of reach of whoever can write to the database: a
 * history that was rewritten together with its seals still differs from its anchors.
 */
export async function checkAnchors(
  connection: Connection,
  publicKeys: readonly KeyObject[],
  chains: readonly Chain[],
  source: AnchorSource,
  findings: FindingCollector,
): Promise<number> {
  const seen = new Map(chains.map(({ shard, lastNumber }) => [shard, new Uint8Array(lastNumber + 1)]))
  let count = 0
  await source(async (messages) => {
    count += messages.length
    const anchors: Anchor[] = []
    for (const message of messages) {
      if (isAnchor(message) && isSignedBy(publicKeys, message)) anchors.push(message)
      else findings.report('ANCHOR_SIGNATURE', isAnchor(message) ? { seal: message.number } : {})
    }
    for (const [shard, own] of Map.groupBy(anchors, (anchor) => anchor.shard ?? 0)) {
      const numbers = own.map(({ number }) => number)
      const seals = await sealsByNumber(connection, shard, numbers)
      const marks = seen.get(shard)
      for (const anchor of own) {
        if (marks && anchor.number < marks.length) marks[anchor.number] = 1
        compare(anchor, seals.get(anchor.number), findings)
      }
    }
  })
  for (const [shard, marks] of seen) await reportUnanchored(connection, shard, marks, findings)
  return count
}

function compare(anchor: Anchor, seal: SealDocument | undefined, findings: FindingCollector): void {
  const place = { seal: anchor.number }
  if (!seal) findings.report('ANCHOR_WITHOUT_SEAL', place)
  else if (digestOf(statementOf(seal)) !== digestOf(anchor)) findings.report('ANCHOR_DIFFERENT', place)
}

/** The last seal may be published but not yet confirmed: only a confirmed one must have its anchor. */
async function reportUnanchored(
  connection: Connection,
  shard: number,
  seen: Uint8Array,
  findings: FindingCollector,
): Promise<void> {
  const { published } = await publishedPart(connection, shard)
  const confirmed = sealsOf(connection, shard).find(
    { $and: [{ _id: { $lt: seen.length } }, published] },
    { projection: { _id: 1 }, sort: { _id: 1 } },
  )
  for await (const { _id } of confirmed) if (seen[_id] !== 1) findings.report('ANCHOR_MISSING', { seal: _id })
}

async function sealsByNumber(
  connection: Connection,
  shard: number,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, SealDocument>> {
  const seals = await sealsOf(connection, shard)
    .find({ _id: { $in: [...numbers] } }, { projection: { events: 0 }, readConcern: 'majority' })
    .toArray()
  return new Map(seals.map((seal) => [seal._id, seal]))
}

function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null) return false
  const { shard = 0, number, keyId, signature } = value as Partial<Record<keyof Anchor, unknown>>
  return (
    Number.isSafeInteger(shard) &&
    Number.isSafeInteger(number) &&
    typeof keyId === 'string' &&
    typeof signature === 'string'
  )
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
