import type { EventOf, LotEvent, LotQualityDecided, LotReceived } from '@afterline/events'
import type { Instant, Violation } from '@afterline/rules'
import type { Aggregate, Command, Decision, Recorded } from '@afterline/service-kit'
import type { Product } from '../product/product.ts'

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

export type LotState = { readonly status: 'UNRECEIVED' } | Lot

export type LotCommand =
  | Command<'ReceiveLot', Omit<LotData, 'productClass'>>
  | Command<'DecideLotQuality', Omit<QualityData, 'lotId'>>

/** What a lot's decisions depend on outside the lot. */
export interface LotFacts {
  readonly product: Product | null
}

/** A lot: its identity never changes, its quality status follows quality control's decisions (QLT-4, DEL-3). */
export const lot: Aggregate<LotState, LotCommand, LotEvent, LotFacts> = {
  category: 'lot',
  shape: 1,
  initialState: { status: 'UNRECEIVED' },
  decide,
  evolve,
}

function decide(state: LotState, command: LotCommand, facts: LotFacts): Decision<LotEvent> {
  if (command.type === 'ReceiveLot') return receive(state, command.data, facts)
  if (state.status === 'UNRECEIVED') return { events: [], violations: [notReceived()] }
  const violations = command.data.status === state.status ? [decidedBefore(state)] : []
  return { events: [{ type: 'LotQualityDecided', data: { lotId: state.lotId, ...command.data } }], violations }
}

function receive(state: LotState, data: Omit<LotData, 'productClass'>, { product }: LotFacts): Decision<LotEvent> {
  if (state.status !== 'UNRECEIVED') return { events: [], violations: [receivedBefore(state)] }
  const violations: Violation[] = []
  if (product === null) violations.push(unknownProduct(data.productId))
  if (product?.isSterile === true && data.sterilisationLot === null) violations.push(noSterilisationLot(data.lotNumber))
  if (data.producedOn !== null && data.expiresOn !== null && data.expiresOn < data.producedOn) {
    violations.push(expiresBeforeMade(data))
  }
  const productClass = product?.productClass ?? 'UNREGULATED'
  return { events: [{ type: 'LotReceived', data: { ...data, productClass } }], violations }
}

function evolve(state: LotState, event: Recorded<LotEvent>): LotState {
  if (event.type === 'LotReceived') {
    return { ...event.data, status: 'RECEIVED', receivedAt: event.occurredAt, decisions: [] }
  }
  if (event.type !== 'LotQualityDecided' || state.status === 'UNRECEIVED') return state
  const { lotId: _, ...decision } = event.data
  return {
    ...state,
    status: decision.status,
    decisions: [...state.decisions, { ...decision, decidedAt: event.occurredAt }],
  }
}

function notReceived(): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '该批次尚未入库。', en: 'This lot has not been received.' },
    path: ['lotId'],
    remedy: { zh: '请先登记批次入库。', en: 'Receive the lot first.' },
    facts: {},
  }
}

function receivedBefore({ lotId, lotNumber }: Lot): Violation {
  return {
    rule: 'TRC-4',
    message: {
      zh: '该批次已入库，其编号和日期不再更改。',
      en: 'The lot was received before; its identity never changes.',
    },
    path: ['id'],
    remedy: { zh: '请为新到货登记新批次。', en: 'Receive new goods as a new lot.' },
    facts: { lotId, lotNumber },
  }
}

function unknownProduct(productId: string): Violation {
  return {
    rule: 'TRC-4',
    message: { zh: '批次所属产品未登记。', en: "The lot's product is not registered." },
    path: ['productId'],
    remedy: { zh: '请先登记产品。', en: 'Register the product first.' },
    facts: { productId },
  }
}

function noSterilisationLot(lotNumber: string): Violation {
  return {
    rule: 'TRC-2',
    message: { zh: '无菌产品须有灭菌批号。', en: 'A sterile product needs its sterilisation lot.' },
    path: ['sterilisationLot'],
    remedy: { zh: '请按检验报告填写灭菌批号。', en: 'Enter the sterilisation lot from the report.' },
    facts: { lotNumber },
  }
}

function expiresBeforeMade({ producedOn, expiresOn }: Pick<LotData, 'producedOn' | 'expiresOn'>): Violation {
  return {
    rule: 'TRC-2',
    message: { zh: '有效期早于生产日期。', en: 'The lot expires before it was made.' },
    path: ['expiresOn'],
    remedy: { zh: '请核对标签上的日期。', en: 'Check both dates against the label.' },
    facts: { producedOn, expiresOn },
  }
}

function decidedBefore({ status, lotNumber }: Lot): Violation {
  return {
    rule: 'QLT-4',
    message: { zh: '该批次已处于此质量状态。', en: 'The lot already has this quality status.' },
    path: ['status'],
    remedy: { zh: '无需重复判定。', en: 'Nothing needs to be decided again.' },
    facts: { status, lotNumber },
  }
}
