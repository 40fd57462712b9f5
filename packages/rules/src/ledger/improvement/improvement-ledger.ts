import type { Instant } from '../../primitives/instant.ts'
import { responsibleScopes } from '../act.ts'
import { factGuard } from '../facts.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { phaseItem, phasesOf } from '../phase.ts'
import { oneThing } from '../timing.ts'
import type { ImprovementApprovedData, ImprovementFactData } from './facts.ts'

export interface ApprovedImprovement extends ImprovementApprovedData {
  readonly at: Instant
}

export interface ImprovementLedger {
  /** The first approval: a later date of its own would excuse every delay. */
  readonly approved: ApprovedImprovement | null
  readonly effectiveAt: readonly Instant[]
  readonly ineffectiveAt: readonly Instant[]
}

const isImprovementFact = factGuard<ImprovementFactData>({ ImprovementApproved: true, ImprovementVerified: true })

function recordImprovement(state: ImprovementLedger, fact: Fact): ImprovementLedger {
  if (!isImprovementFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'ImprovementApproved': {
      if (state.approved !== null && state.approved.at <= at) return state
      const { ownerId, teamId, productId, effectiveBy } = fact.data
      return { ...state, approved: { at, ownerId, teamId, productId, effectiveBy } }
    }
    case 'ImprovementVerified':
      return fact.data.isEffective
        ? { ...state, effectiveAt: [...state.effectiveAt, at] }
        : { ...state, ineffectiveAt: [...state.ineffectiveAt, at] }
  }
}

/**
 * KPI-28: of the actions that fall due, in the period in which they do, those verified as effective by then. One that is
 * found ineffective afterwards was no success, unless it is verified anew in time.
 */
function improvementMeasurements(improvement: ImprovementLedger): readonly Measurement[] {
  const { approved, effectiveAt, ineffectiveAt } = improvement
  if (approved === null) return []
  const { at, ownerId, teamId, productId, effectiveBy } = approved
  const product = productId === null ? [] : [`product:${productId}`]
  return phasesOf(at, effectiveAt, ineffectiveAt).map(({ since, achievedAt, until }, index) => ({
    ...oneThing('KPI-28', null, since, [...responsibleScopes(ownerId, teamId), ...product]),
    item: phaseItem(index),
    countsAt: effectiveBy,
    dueAt: effectiveBy,
    achievedAt,
    until,
  }))
}

/** No limits; measures KPI-28. */
export const improvementLedger: Ledger<ImprovementLedger> = {
  shape: 1,
  initial: { approved: null, effectiveAt: [], ineffectiveAt: [] },
  record: recordImprovement,
  timers: () => [],
  measurements: improvementMeasurements,
}
