import type { ContractParty } from '../../gates/contract/contract-content.ts'
import { type Instant, laterOf } from '../../primitives/instant.ts'
import { earlierTold } from '../entries.ts'
import type { Fact, Ledger, Measurement, Reckoning, Timer } from '../ledger.ts'
import { type SaleParties, salePartiesOf, saleScopes } from '../sale-scopes.ts'
import { earliest, endedLimit, oneThing } from '../timing.ts'
import { isContractFact, type QuoteCorrectedData } from './facts.ts'

export interface AcceptedQuote extends SaleParties {
  readonly at: Instant
  readonly policyVersion: string
}

/** The instants of one contract, from the quote that it comes of; see `OrderLedger` for why there is no status. */
export interface ContractLedger {
  readonly accepted: AcceptedQuote | null
  /** Of the first correction of a price or quantity by the company. */
  readonly correctedByUsAt: Instant | null
  /** Of each party's first signature. */
  readonly signedAt: Readonly<Record<ContractParty, Instant | null>>
  readonly abandonedAt: Instant | null
}

function recordContract(state: ContractLedger, fact: Fact): ContractLedger {
  if (!isContractFact(fact)) return state
  const { occurredAt: at, policyVersion } = fact
  switch (fact.type) {
    case 'QuoteAccepted': {
      const told = { at, policyVersion, ...salePartiesOf(fact.data) }
      return { ...state, accepted: earlierTold(state.accepted, told) }
    }
    case 'QuoteCorrected':
      if (!isOurInaccuracy(fact.data)) return state
      return { ...state, correctedByUsAt: earliest(state.correctedByUsAt, at) }
    case 'ContractSigned': {
      const { party } = fact.data
      return { ...state, signedAt: { ...state.signedAt, [party]: earliest(state.signedAt[party], at) } }
    }
    case 'ContractAbandoned':
      return { ...state, abandonedAt: earliest(state.abandonedAt, at) }
  }
}

function isOurInaccuracy({ correctedBy, corrected }: QuoteCorrectedData): boolean {
  return correctedBy === 'COMPANY' && corrected.some((what) => what !== 'OTHER')
}

/** CON-1: signed by both parties within the limit, from the customer's acceptance of the quote. */
function contractTimers(contract: ContractLedger, reckoning: Reckoning): readonly Timer[] {
  const { accepted, abandonedAt } = contract
  if (accepted === null) return []
  const { at: startedAt, policyVersion } = accepted
  const limit = { key: 'contract.sign', item: '', rule: 'CON-1', startedAt, dueAt: null, policyVersion } as const
  return [endedLimit(limit, signedByBothAt(contract), abandonedAt, reckoning)]
}

/** A contract with one signature is none yet: the later signature makes it. */
function signedByBothAt({ signedAt: { COMPANY, COUNTERPARTY } }: ContractLedger): Instant | null {
  return COMPANY === null || COUNTERPARTY === null ? null : laterOf(COMPANY, COUNTERPARTY)
}

/**
 * KPI-8: quotes that became contracts without a correction of ours (QUO-2), in the period of the second signature, which
 * is when the quote became one. What is corrected afterwards is an amendment (CON-4) and changes no figure.
 */
function contractMeasurements(contract: ContractLedger): readonly Measurement[] {
  const { accepted, correctedByUsAt } = contract
  const at = signedByBothAt(contract)
  if (accepted === null || at === null) return []
  const isCorrected = correctedByUsAt !== null && correctedByUsAt <= at
  return [{ ...oneThing('KPI-8', null, at, saleScopes(accepted)), achievedAt: isCorrected ? null : at }]
}

/** Limit CON-1; measures KPI-8. */
export const contractLedger: Ledger<ContractLedger> = {
  shape: 2,
  initial: {
    accepted: null,
    correctedByUsAt: null,
    signedAt: { COMPANY: null, COUNTERPARTY: null },
    abandonedAt: null,
  },
  record: recordContract,
  timers: contractTimers,
  measurements: contractMeasurements,
}
