import fc from 'fast-check'
import { returnRemedies } from '../gates/service/return-entitlement.ts'
import { parseLocalDate } from '../primitives/local-date.ts'
import {
  anyDay,
  anyInstant,
  anyMoney,
  anyQuantity,
  anyZone,
  customerId,
  freely,
  historiesOf,
  lotId,
  moment,
  once,
  personId,
  productId,
  saleParties,
  teamId,
  thingId,
} from './any-facts-fixture.ts'
import type { ContractFactData } from './contract/facts.ts'
import type { OrderAccountFactData, OrderFactData, ShippedItemData } from './facts.ts'
import type { MarketFactData } from './market/facts.ts'
import type { OpportunityFactData } from './opportunity/facts.ts'
import type { RecalledLotData, RecallFactData } from './recall/facts.ts'
import type { ReceivableFactData } from './receivable/facts.ts'
import type { ReturnFactData } from './return/facts.ts'
import type { StockFactData } from './stock/facts.ts'
import type { TargetFactData } from './target/facts.ts'

/* Any history of what is sold, promised, shipped, paid for and taken back. */

const lineId = fc.constantFrom('a', 'b')
const channel = fc.constantFrom('ONLINE', 'DEALER')
const segment = fc.option(fc.constantFrom('dental', 'imaging'))
const some = <Thing>(one: fc.Arbitrary<Thing>) => fc.array(one, { minLength: 1, maxLength: 2 })

const placedLine = fc.record({
  lineId,
  productId,
  quantity: anyQuantity,
  netAmount: anyMoney,
  contractShipBy: fc.option(anyInstant),
  segment,
})

/** Goods of a line as each of the three books may have them, alike often enough to agree. */
const goods = {
  lineId,
  productId: fc.constantFrom('p', 'p', 'p', 'q'),
  lotId: fc.constantFrom('l', 'l', 'l', null),
  quantity: anyQuantity,
}
const amount = fc.constantFrom(100, 200).map((minor) => ({ minor, currency: 'CNY' }))
const shippedItem: fc.Arbitrary<ShippedItemData> = fc.record(
  {
    ...goods,
    productClass: fc.constantFrom('UNREGULATED', 'CLASS_II'),
    checkedQuantity: anyQuantity,
    amount,
  },
  { requiredKeys: ['lineId', 'productId', 'productClass', 'lotId', 'quantity', 'checkedQuantity'] },
)
const accountedGoods = { items: some(fc.record({ ...goods, amount })) }

const orderHistories = historiesOf<OrderFactData & OrderAccountFactData>({
  category: 'order',
  begins: 'OrderPlaced',
  tellings: {
    OrderPlaced: once({ ...saleParties, channel, lines: some(placedLine) }),
    OrderConfirmed: moment,
    OrderRejected: moment,
    OrderCancelled: moment,
    GoodsShipped: once(
      { shipmentId: thingId, items: some(shippedItem), isBuyerLicensed: fc.constantFrom(true, false, null) },
      ({ shipmentId }) => shipmentId,
    ),
    GoodsInvoiced: freely(accountedGoods),
    GoodsBooked: freely(accountedGoods),
  },
})

const opportunityHistories = historiesOf<OpportunityFactData>({
  category: 'opportunity',
  begins: 'OpportunityOpened',
  tellings: {
    OpportunityOpened: once(saleParties),
    QuoteSent: moment,
    OpportunityContracted: moment,
    OpportunityWon: once({ amount: fc.option(anyMoney) }),
    OpportunityLost: once({ amount: fc.option(anyMoney) }),
  },
})

const party = fc.constantFrom('COMPANY' as const, 'COUNTERPARTY' as const)

const contractHistories = historiesOf<ContractFactData>({
  category: 'contract',
  begins: 'QuoteAccepted',
  tellings: {
    QuoteAccepted: once(saleParties),
    QuoteCorrected: freely({ correctedBy: party, corrected: some(fc.constantFrom('PRICE', 'QUANTITY', 'OTHER')) }),
    ContractSigned: freely({ party }),
    ContractAbandoned: moment,
  },
})

const monthOn = fc.constantFrom('2026-02-01', '2026-03-01').map((day) => parseLocalDate(day))
const holder = { teamId, personId: fc.option(personId) }

const targetHistories = historiesOf<TargetFactData>({
  category: 'target',
  begins: 'TargetsPublished',
  tellings: {
    TargetsExpected: moment,
    TargetsPublished: once(
      {
        publicationId: thingId,
        monthOn,
        zone: anyZone,
        amounts: fc.array(fc.record({ ...holder, amount: anyMoney }), { maxLength: 4 }),
        quantities: fc.array(fc.record({ ...holder, quantity: anyQuantity }), { maxLength: 2 }),
        salespersonIds: fc.array(personId, { maxLength: 2 }),
      },
      ({ publicationId }) => publicationId,
    ),
    PersonalTargetSubmitted: freely({ salespersonId: personId }),
  },
})

const marketHistories = historiesOf<MarketFactData>({
  category: 'market',
  begins: 'MarketAmountRecorded',
  tellings: {
    MarketAmountRecorded: once(
      {
        recordId: thingId,
        segment: fc.constantFrom('dental', 'imaging'),
        periodFrom: monthOn,
        zone: anyZone,
        amount: anyMoney,
        sourceId: fc.constantFrom('yearbook', 'yearbook', null),
        sourceDatedOn: fc.option(anyDay),
      },
      ({ recordId }) => recordId,
    ),
    MarketAmountWithdrawn: freely({ recordId: thingId }),
  },
})

const receivableHistories = historiesOf<ReceivableFactData>({
  category: 'receivable',
  begins: 'InvoiceIssued',
  tellings: {
    InvoiceIssued: once({ ...saleParties, amount: anyMoney, dueOn: anyDay, zone: anyZone }),
    PaymentReceived: once({ paymentId: thingId, amount: anyMoney }, ({ paymentId }) => `payment ${paymentId}`),
    CreditNoteIssued: once(
      { creditNoteId: thingId, amount: anyMoney },
      ({ creditNoteId }) => `credit note ${creditNoteId}`,
    ),
  },
})

const receivedBackItem = fc.record({
  productId,
  lotId,
  quantity: anyQuantity,
  netAmount: anyMoney,
  segment,
  shippedAt: fc.option(anyInstant),
})

const returnHistories = historiesOf<ReturnFactData>({
  category: 'return',
  begins: 'ReturnRequested',
  tellings: {
    ReturnRequested: once({ ...saleParties, channel: fc.option(channel) }),
    QualityProblemConfirmed: moment,
    QualityProblemNotConfirmed: moment,
    GoodsReceivedBack: once(
      { receiptId: thingId, remedy: fc.constantFrom(...returnRemedies), items: some(receivedBackItem) },
      ({ receiptId }) => `receipt ${receiptId}`,
    ),
    ReturnLossBooked: once({ bookingId: thingId, amount: anyMoney }, ({ bookingId }) => `booking ${bookingId}`),
    LossRecovered: once({ recoveryId: thingId, amount: anyMoney }, ({ recoveryId }) => `recovery ${recoveryId}`),
  },
})

const stockHistories = historiesOf<StockFactData>({
  category: 'stock',
  begins: 'StockDayClosed',
  tellings: {
    StockDayClosed: once(
      {
        productId,
        dayOn: fc.constantFrom('2026-03-01', '2026-03-02').map((day) => parseLocalDate(day)),
        zone: anyZone,
        isStockOut: fc.boolean(),
        isOverStock: fc.boolean(),
        isSparePart: fc.boolean(),
      },
      ({ productId, dayOn }) => `${productId} ${dayOn}`,
      // The later record corrects the earlier one, whenever they say that the day was closed.
      ({ recordedAt }) => recordedAt,
    ),
  },
})

const recallClass = fc.constantFrom(1 as const, 2 as const, 3 as const)
const lots: fc.Arbitrary<readonly RecalledLotData[]> = some(
  fc.record({ productId, lotId: fc.constantFrom('l', 'm'), shippedQuantity: anyQuantity }),
)

const recallHistories = historiesOf<RecallFactData>({
  category: 'recall',
  begins: 'RecallDeclared',
  tellings: {
    // Of one lot at one instant the first telling stands, whichever of the two facts it is.
    RecallDeclared: once({ recallClass: fc.option(recallClass), lots }, () => 'lots'),
    RecallClassified: freely({ recallClass }),
    RecallExtended: once({ lots }, () => 'lots'),
    AffectedBuyersListed: freely({ buyerIds: fc.array(customerId, { maxLength: 2 }) }),
    BuyerNotified: freely({ buyerId: customerId }),
    RecalledUnitsAccounted: once(
      {
        entryId: thingId,
        lotId: fc.constantFrom('l', 'm'),
        outcome: fc.constantFrom('RETURNED', 'DESTROYED', 'CONFIRMED_USED'),
        quantity: anyQuantity,
      },
      ({ entryId }) => entryId,
    ),
  },
})

/** By category. */
export const salesHistories = {
  order: orderHistories,
  opportunity: opportunityHistories,
  contract: contractHistories,
  target: targetHistories,
  market: marketHistories,
  receivable: receivableHistories,
  return: returnHistories,
  stock: stockHistories,
  recall: recallHistories,
}
