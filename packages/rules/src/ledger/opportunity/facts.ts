import type { Money } from '../../primitives/money.ts'
import { type FactOf, factGuard } from '../facts.ts'
import type { SaleParties } from '../sale-scopes.ts'

export interface OpportunityClosedData {
  /** What it was worth when it was closed, net of tax; `null` where nobody had said. */
  readonly amount: Money | null
}

/** Of these facts only the instant is read. */
type Moment = unknown

export interface OpportunityFactData {
  readonly OpportunityOpened: SaleParties
  /** A quote went to the customer: the opportunity reached the stage "quote". */
  readonly QuoteSent: Moment
  /** A contract that came of the opportunity was signed by both parties. */
  readonly OpportunityContracted: Moment
  readonly OpportunityWon: OpportunityClosedData
  readonly OpportunityLost: OpportunityClosedData
}

export type OpportunityFact = FactOf<OpportunityFactData>

export const isOpportunityFact = factGuard<OpportunityFactData>({
  OpportunityOpened: true,
  QuoteSent: true,
  OpportunityContracted: true,
  OpportunityWon: true,
  OpportunityLost: true,
})
