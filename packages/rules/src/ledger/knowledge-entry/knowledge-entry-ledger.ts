import { type Instant, plusMillis } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { type MomentFold, stateAt } from '../moments.ts'
import { type Stretch, stretchesFrom } from '../stretches.ts'
import { oneThing } from '../timing.ts'
import type { KnowledgeEntryFactData, KnowledgeEntryPublishedData, KnowledgeEntryReviewedData } from './facts.ts'

const DAY_MS = 86_400_000

/** What happened to an entry. */
export type KnowledgeMoment =
  | { readonly kind: 'WITHDRAWN'; readonly at: Instant }
  | ({ readonly kind: 'PUBLISHED'; readonly at: Instant } & KnowledgeEntryPublishedData)
  | ({ readonly kind: 'REVIEWED'; readonly at: Instant } & KnowledgeEntryReviewedData)

/** As they are told. */
export interface KnowledgeEntryLedger {
  readonly moments: readonly KnowledgeMoment[]
}

const isKnowledgeFact = factGuard<KnowledgeEntryFactData>({
  KnowledgeEntryPublished: true,
  KnowledgeEntryReviewed: true,
  KnowledgeEntryWithdrawn: true,
})

function recordKnowledgeEntry(state: KnowledgeEntryLedger, fact: Fact): KnowledgeEntryLedger {
  if (!isKnowledgeFact(fact)) return state
  const at = fact.occurredAt
  const withMoment = (moment: KnowledgeMoment) => ({ moments: [...state.moments, moment] })
  switch (fact.type) {
    case 'KnowledgeEntryPublished': {
      const { productId, ownerId, teamId, reviewWithinDays } = fact.data
      return withMoment({ kind: 'PUBLISHED', at, productId, ownerId, teamId, reviewWithinDays })
    }
    case 'KnowledgeEntryReviewed':
      return withMoment({ kind: 'REVIEWED', at, reviewWithinDays: fact.data.reviewWithinDays })
    case 'KnowledgeEntryWithdrawn':
      return withMoment({ kind: 'WITHDRAWN', at })
  }
}

/** At one instant an entry is withdrawn before it is published anew, and published before it is reviewed. */
const entryFold: MomentFold<KnowledgeMoment, KnowledgeEntryPublishedData> = {
  order: { WITHDRAWN: 0, PUBLISHED: 1, REVIEWED: 2 },
  after: publishedAfter,
}

/** A review of what is not published changes nothing. */
function publishedAfter(
  entry: KnowledgeEntryPublishedData | null,
  moment: KnowledgeMoment,
): KnowledgeEntryPublishedData | null {
  switch (moment.kind) {
    case 'WITHDRAWN':
      return null
    case 'PUBLISHED':
      return moment
    case 'REVIEWED':
      return entry && { ...entry, reviewWithinDays: moment.reviewWithinDays }
  }
}

/** KPI-34: of the published entries, those reviewed within their interval, as a state (KBS-3). */
function knowledgeEntryMeasurements({ moments }: KnowledgeEntryLedger): readonly Measurement[] {
  return stretchesFrom(moments.map(({ at }) => at)).flatMap((stretch) => freshness(stretch, moments))
}

/** A stretch in which the entry is published begins with a publication or a review, so that it is fresh at first. */
function freshness({ since, until }: Stretch, moments: readonly KnowledgeMoment[]): readonly Measurement[] {
  const entry = stateAt(moments, since, entryFold)
  if (entry === null) return []
  const { productId, ownerId, teamId, reviewWithinDays } = entry
  const product = productId === null ? [] : [`product:${productId}`]
  const state = oneThing('KPI-34', 'fresh', since, [...product, ...responsibleScopes(ownerId, teamId)])
  // The last moment of the interval is still within it.
  const lostAt = plusMillis(since, reviewWithinDays * DAY_MS + 1)
  return [{ ...state, item: since, countsAt: null, achievedAt: since, lostAt, until }]
}

/** No limits; measures the fresh entries of KPI-34. */
export const knowledgeEntryLedger: Ledger<KnowledgeEntryLedger> = {
  shape: 1,
  initial: { moments: [] },
  record: recordKnowledgeEntry,
  timers: () => [],
  measurements: knowledgeEntryMeasurements,
}
