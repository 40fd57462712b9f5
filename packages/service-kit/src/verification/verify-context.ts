import type { KeyObject } from 'node:crypto'
import type { Context } from '@afterline/events'
import type { Connection } from 'mongoose'
import { chainsOf } from '../relay/layout.ts'
import { sealsOf } from '../relay/seals.ts'
import { eventsOf } from '../store/collections.ts'
import { type AnchorSource, checkAnchors } from './check-anchors.ts'
import { checkCoverage } from './check-coverage.ts'
import { type Chain, checkSeals } from './check-seals.ts'
import { checkStreams } from './check-streams.ts'
import { createFindingCollector, type IntegrityFinding } from './findings.ts'
import { createIdSketch } from './id-sketch.ts'

export interface VerificationProgress {
  readonly phase: 'SEALS' | 'STREAMS' | 'COVERAGE' | 'ANCHORS'
  readonly done: number
  readonly total: number
}

export interface VerificationOptions {
  readonly connection: Connection
  readonly context: Context
  /** The keys that seals may be signed with: today's and those before it. */
  readonly publicKeys: readonly KeyObject[]
  /** What was published, see `anchorsFrom`; without it only the database is compared with itself and the signatures. */
  readonly anchors?: AnchorSource
  readonly onProgress?: (progress: VerificationProgress) => void
  /** Findings beyond this number are only counted. */
  readonly keptFindings?: number
}

export interface Verification {
  readonly context: Context
  readonly streams: number
  readonly events: number
  readonly seals: number
  /** Messages on the anchors topic, repetitions included; `null` when it was not read. */
  readonly anchors: number | null
  /** Empty when history is whole. */
  readonly broken: readonly IntegrityFinding[]
  /** How many contradictions there are, including those beyond the kept ones. */
  readonly brokenCount: number
}

const PROGRESS_EVERY = 1_000

/**
 * Checks the whole history of one service: every stream's chain, every seal against the events, that nothing was written
 * past the store, and the seals against what was published. May run while the service works. Memory stays bounded.
 */
export async function verifyContext(options: VerificationOptions): Promise<Verification> {
  const { connection, context, publicKeys, anchors, keptFindings = 1_000 } = options
  const findings = createFindingCollector(keptFindings)
  const progress = (phase: VerificationProgress['phase'], done: number, total: number) => {
    if (done % PROGRESS_EVERY === 0 || done === total) options.onProgress?.({ phase, done, total })
  }

  const chains = await chainsToCheck(connection)
  const expected = chains.reduce((sum, { lastNumber }) => sum + lastNumber, 0)
  const sealed = createIdSketch()
  let seals = 0
  for (const chain of chains) {
    await checkSeals(connection, publicKeys, chain, findings, (seal) => {
      for (const { id } of seal.events) sealed.add(id)
      seals += 1
      progress('SEALS', seals, expected)
    })
  }

  const total = await eventsOf(connection).estimatedDocumentCount()
  const stored = createIdSketch()
  let walked = 0
  const { streams, events } = await checkStreams(connection, findings, ({ id }) => {
    stored.add(id)
    walked += 1
    progress('STREAMS', walked, total)
  })

  await checkCoverage(connection, { stored, sealed, events, chains }, findings)
  progress('COVERAGE', events, events)
  const anchorCount = anchors ? await checkAnchors(connection, publicKeys, chains, anchors, findings) : null
  if (anchorCount !== null) progress('ANCHORS', anchorCount, anchorCount)
  return { context, streams, events, seals, anchors: anchorCount, broken: findings.kept, brokenCount: findings.total }
}

/** Of every shard that there ever was. */
async function chainsToCheck(connection: Connection): Promise<readonly Chain[]> {
  const chains: Chain[] = []
  for (const shard of await chainsOf(connection)) {
    const last = await sealsOf(connection, shard).findOne(
      {},
      { sort: { _id: -1 }, projection: { _id: 1 }, readConcern: 'majority' },
    )
    chains.push({ shard, lastNumber: last?._id ?? 0 })
  }
  return chains
}
