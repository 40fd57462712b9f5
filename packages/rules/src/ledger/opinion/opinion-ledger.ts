import { earlierOf, type Instant, laterOf, plusMillis } from '../../primitives/instant.ts'
import { type ExclusionMark, whileIncluded } from '../exclusion.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { earliest, oneThing } from '../timing.ts'
import type { OpinionFactData, OpinionReceivedData } from './facts.ts'

export interface ReceivedOpinion extends OpinionReceivedData {
  readonly at: Instant
}

export interface OpinionLedger {
  readonly received: ReceivedOpinion | null
  readonly studiedAt: Instant | null
  readonly settledAt: Instant | null
  readonly marks: readonly ExclusionMark[]
}

const isOpinionFact = factGuard<OpinionFactData>({
  OpinionReceived: true,
  OpinionStudied: true,
  OpinionSettled: true,
  OpinionExcluded: true,
  OpinionRestored: true,
})

function recordOpinion(state: OpinionLedger, fact: Fact): OpinionLedger {
  if (!isOpinionFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'OpinionReceived': {
      if (state.received !== null && state.received.at <= at) return state
      const { customerId, productId, reviewBy } = fact.data
      return { ...state, received: { at, customerId, productId, reviewBy } }
    }
    case 'OpinionStudied':
      return { ...state, studiedAt: earliest(state.studiedAt, at) }
    case 'OpinionSettled':
      return { ...state, settledAt: earliest(state.settledAt, at) }
    case 'OpinionExcluded':
      return { ...state, marks: [...state.marks, { at, isExcluded: true }] }
    case 'OpinionRestored':
      return { ...state, marks: [...state.marks, { at, isExcluded: false }] }
  }
}

/**
 * KPI-27: of the opinions that are settled or past their review, in the period of receipt, those both studied and
 * settled (IMP-3), late or not.
 */
function opinionMeasurements({ received, studiedAt, settledAt, marks }: OpinionLedger): readonly Measurement[] {
  if (received === null) return []
  const { at, customerId, productId, reviewBy } = received
  const customer = customerId === null ? [] : [`customer:${customerId}`]
  const product = productId === null ? [] : [`product:${productId}`]
  const closure = {
    ...oneThing('KPI-27', null, at, [...customer, ...product]),
    // What is settled counts from that moment, also where nobody had studied it: then as a miss until somebody has.
    dueAt: settledAt === null ? reviewBy : earlierOf(reviewBy, plusMillis(settledAt, -1)),
    achievedAt: studiedAt === null || settledAt === null ? null : laterOf(studiedAt, settledAt),
    countsLate: true,
  }
  return whileIncluded([closure], marks, at)
}

/** No limits; measures KPI-27. */
export const opinionLedger: Ledger<OpinionLedger> = {
  shape: 2,
  initial: { received: null, studiedAt: null, settledAt: null, marks: [] },
  record: recordOpinion,
  timers: () => [],
  measurements: opinionMeasurements,
}
