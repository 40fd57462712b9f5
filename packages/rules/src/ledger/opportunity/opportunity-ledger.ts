import type { Instant } from '../../primitives/instant.ts'
import type { Money } from '../../primitives/money.ts'
import { earlierTold } from '../entries.ts'
import type { Fact, Ledger, Measurement } from '../ledger.ts'
import { type SaleParties, salePartiesOf, saleScopes } from '../sale-scopes.ts'
import { earliest, oneThing } from '../timing.ts'
import { isOpportunityFact } from './facts.ts'

export interface OpenedOpportunity extends SaleParties {
  readonly at: Instant
}

export interface ClosedOpportunity {
  readonly at: Instant
  readonly isWon: boolean
  readonly amount: Money | null
}

/** The instants of one opportunity; see `OrderLedger` for why there is no status. */
export interface OpportunityLedger {
  readonly opened: OpenedOpportunity | null
  /** Of the first quote. */
  readonly quotedAt: Instant | null
  /** Of the first contract. */
  readonly contractedAt: Instant | null
  readonly won: ClosedOpportunity | null
  readonly lost: ClosedOpportunity | null
}

function recordOpportunity(state: OpportunityLedger, fact: Fact): OpportunityLedger {
  if (!isOpportunityFact(fact)) return state
  const at = fact.occurredAt
  switch (fact.type) {
    case 'OpportunityOpened':
      return { ...state, opened: earlierTold(state.opened, { at, ...salePartiesOf(fact.data) }) }
    case 'QuoteSent':
      return { ...state, quotedAt: earliest(state.quotedAt, at) }
    case 'OpportunityContracted':
      return { ...state, contractedAt: earliest(state.contractedAt, at) }
    case 'OpportunityWon':
      return { ...state, won: earlierTold(state.won, { at, isWon: true, amount: fact.data.amount }) }
    case 'OpportunityLost':
      return { ...state, lost: earlierTold(state.lost, { at, isWon: false, amount: fact.data.amount }) }
  }
}

function opportunityMeasurements(opportunity: OpportunityLedger): readonly Measurement[] {
  if (opportunity.opened === null) return []
  const scopes = saleScopes(opportunity.opened)
  return [...signing(opportunity, scopes), ...conversion(closingOf(opportunity), scopes)]
}

/** KPI-6: the first contract of what reached the quote, in the period of the first quote, whenever the contract came. */
function signing({ quotedAt, contractedAt }: OpportunityLedger, scopes: readonly string[]): readonly Measurement[] {
  if (quotedAt === null) return []
  return [{ ...oneThing('KPI-6', null, quotedAt, scopes), achievedAt: contractedAt }]
}

/**
 * An opportunity is closed once: imported history that tells of both ends means the first of them. At the same instant
 * it was won.
 */
function closingOf({ won, lost }: OpportunityLedger): ClosedOpportunity | null {
  if (won === null || lost === null) return won ?? lost
  return won.at <= lost.at ? won : lost
}

/** KPI-7: won among closed, in the period of the closing; by number, and by amount where one is known (OPP-3). */
function conversion(closing: ClosedOpportunity | null, scopes: readonly string[]): readonly Measurement[] {
  if (closing === null) return []
  const { at, isWon, amount } = closing
  const byNumber = { ...oneThing('KPI-7', null, at, scopes), achievedAt: isWon ? at : null }
  if (amount === null) return [byNumber]
  const { minor, currency } = amount
  return [byNumber, { ...byNumber, part: 'amount', numerator: minor, denominator: minor, currency }]
}

/** No limits; measures KPI-6 and KPI-7. */
export const opportunityLedger: Ledger<OpportunityLedger> = {
  shape: 1,
  initial: { opened: null, quotedAt: null, contractedAt: null, won: null, lost: null },
  record: recordOpportunity,
  timers: () => [],
  measurements: opportunityMeasurements,
}
