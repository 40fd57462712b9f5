import type { EventOf, LotEvent, LotQualityDecided, LotReceived } from '@afterline/events'
import { type Instant, lotStages, type Violation } from '@afterline/rules'
import { type AnyCommandOf, aggregate, happens, type Shown } from '@afterline/service-kit/aggregate'
import type { Product } from '../product/product.ts'
import * as refusal from './lot.refusals.ts'

type LotData = EventOf<typeof LotReceived>['data']
type QualityData = EventOf<typeof LotQualityDecided>['data']

/** The last word of quality control, or of a regulator's notice, on a lot (QLT-4). */
export interface QualityDecision extends Omit<QualityData, 'lotId'> {
  readonly decidedAt: Instant
}

/** Goods of one product made together. Nothing has to be decided on a lot before it ships; what was found bad stays (QLT-4). */
export interface Lot extends LotData {
  readonly status: 'RECEIVED' | 'RELEASED' | 'BLOCKED'
  readonly receivedAt: Instant
  /** Oldest first; the last one counts. */
  readonly decisions: readonly QualityDecision[]
}

export type ShownLot = Shown<Lot>

interface LotCommands {
  readonly ReceiveLot: Omit<LotData, 'productClass'>
  readonly DecideLotQuality: Omit<QualityData, 'lotId'>
}

export interface LotTypes {
  readonly unbegun: 'UNRECEIVED'
  readonly state: Lot
  readonly commands: LotCommands
  readonly events: LotEvent
  /** The product of a lot that is received; `null` when nobody registered it. */
  readonly lookUp: { readonly product: Product | null }
  readonly begins: 'ReceiveLot'
  readonly begunBy: 'LotReceived'
}

export type LotCommand = AnyCommandOf<LotTypes>

/** A lot: its identity never changes, its quality status follows quality control's decisions (QLT-4, DEL-3). */
export const lot = aggregate<LotTypes>({
  category: 'lot',
  shape: 1,
  life: lotStages,
  begunAt: 'receivedAt',
  begin: {
    ReceiveLot: ({ data }, { product }) =>
      happens('LotReceived', { ...data, productClass: product?.productClass ?? 'UNREGULATED' }).unless(
        identityProblems(data, product),
      ),
  },
  decide: {
    DecideLotQuality: ({ lotId, lotNumber, status }, { data }) =>
      happens('LotQualityDecided', { lotId, ...data }).unless(
        data.status === status ? [refusal.decidedBefore({ status, lotNumber })] : [],
      ),
  },
  begun: {
    LotReceived: ({ data, occurredAt }) => ({ ...data, status: 'RECEIVED', receivedAt: occurredAt, decisions: [] }),
  },
  evolve: {
    LotQualityDecided({ decisions }, { data: { lotId: _, ...decision }, occurredAt }) {
      return { status: decision.status, decisions: [...decisions, { ...decision, decidedAt: occurredAt }] }
    },
  },
})

/** TRC-2, TRC-4: of a registered product, with the numbers and dates that its label bears. */
function identityProblems(data: LotCommands['ReceiveLot'], product: Product | null): readonly Violation[] {
  const { productId, lotNumber, sterilisationLot, producedOn, expiresOn } = data
  return [
    ...(product === null ? [refusal.unknownProduct(productId)] : []),
    ...(product?.isSterile === true && sterilisationLot === null ? [refusal.noSterilisationLot(lotNumber)] : []),
    ...(producedOn !== null && expiresOn !== null && expiresOn < producedOn ? [refusal.expiresBeforeMade(data)] : []),
  ]
}
