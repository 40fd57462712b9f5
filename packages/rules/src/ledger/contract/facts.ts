import type { ContractParty } from '../../gates/contract/contract-content.ts'
import { type FactOf, factGuard } from '../facts.ts'
import type { SaleParties } from '../sale-scopes.ts'

export interface QuoteCorrectedData {
  /** Who had it corrected. */
  readonly correctedBy: ContractParty
  readonly corrected: readonly ('PRICE' | 'QUANTITY' | 'OTHER')[]
}

export interface ContractSignedData {
  /** One party's signature: each is a fact of its own. */
  readonly party: ContractParty
}

/** Of these facts only the instant is read. */
type Moment = unknown

export interface ContractFactData {
  /** The customer accepted the quote: a contract is owed from here on, whether or not somebody has drafted it (CON-1). */
  readonly QuoteAccepted: SaleParties
  readonly QuoteCorrected: QuoteCorrectedData
  readonly ContractSigned: ContractSignedData
  /** Nothing will be signed any more: a party withdrew. */
  readonly ContractAbandoned: Moment
}

export type ContractFact = FactOf<ContractFactData>

export const isContractFact = factGuard<ContractFactData>({
  QuoteAccepted: true,
  QuoteCorrected: true,
  ContractSigned: true,
  ContractAbandoned: true,
})
