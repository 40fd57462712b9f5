import {
  described,
  Id,
  InstantText,
  internal,
  LabelScan,
  LotCompleted,
  type LotEvent,
  LotQualityDecided,
  LotReceived,
  named,
  nullable,
  QuantityText,
  ShortText,
  Type,
} from '@afterline/events'
import { identifierOf, lotStages, productStages, sumQuantities, thousandthsOf, type Violation } from '@afterline/rules'
import {
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  fieldsBesides,
  happens,
  missing,
  orElse,
  positive,
  refused,
  type Shown,
} from '@afterline/service-kit/aggregate'
import { addsNothing, otherwiseOnRecord } from '../completing.refusals.ts'
import type { Product } from '../product/product.ts'
import { entryProblems } from './goods-entry.ts'
import * as refusal from './lot.refusals.ts'
import { type LotLookUp, receivedGoods } from './received-goods.ts'
import { distinctSerials, receivedTwice, serialCountProblems } from './serials.ts'

const { productClass, ...labelled } = LotReceived.data.properties
const decided = fieldsBesides('lotId', LotQualityDecided)
const BY_QUALITY_CONTROL = orElse(decided.source, 'QUALITY_CONTROL')

const lotCommands = {
  ReceiveLot: command('LotReceived', ['WAREHOUSE', 'QUALITY_CONTROL'], {
    ...labelled,
    scan: described(
      nullable(LabelScan),
      'What a scanner reads off the label of the goods. What it bears need not be entered, and what is entered must agree.',
    ),
    productId: described(nullable(Id), 'A registered product (TRC-4); the one of the scanned device when left out.'),
    lotNumber: described(nullable(ShortText), "As the maker's label bears it; as it was scanned when left out."),
    quantity: positive(labelled.quantity),
    serialNumbers: orElse(
      described(
        labelled.serialNumbers,
        'Factory serial numbers of the goods, besides the one that was scanned (TRC-1); no more than goods came.',
      ),
      [],
    ),
  }).asks('goodsEntryGate'),
  CompleteLot: command('LotCompleted', ['WAREHOUSE', 'QUALITY_CONTROL'], fieldsBesides('lotId', LotCompleted)),
  DecideLotQuality: command('LotQualityDecided', ['QUALITY_CONTROL'], { ...decided, source: BY_QUALITY_CONTROL }),
}

/** The last word of quality control, or of a regulator's notice, on a lot (QLT-4). */
const LotQualityDecision = named('LotQualityDecision', "One decision on a lot's quality (QLT-4).", {
  ...decided,
  decidedAt: described(InstantText, 'When it was decided; every earlier decision stays on record.'),
})

const LotReplenishment = named('LotReplenishment', 'Goods of a lot that came after its first receipt.', {
  quantity: described(QuantityText, 'How much came.'),
  receivedAt: described(InstantText, 'When it came into the warehouse.'),
})

const lotState = {
  ...labelled,
  quantity: described(QuantityText, 'How much was received, all receipts together.'),
  serialNumbers: described(
    labelled.serialNumbers,
    'Factory serial numbers that were read at its receipts. Once there are as many as goods, no other one passes a check (TRC-1).',
  ),
  productId: internal(labelled.productId),
  productClass,
  receivedAt: described(InstantText, 'When the first goods came into the warehouse.'),
  replenishments: described(
    Type.Array(LotReplenishment),
    'Further receipts of the same lot, in the order of their entry.',
  ),
  decisions: described(
    Type.Array(LotQualityDecision),
    "Decisions of quality control and regulators' notices, oldest first; the last one counts.",
  ),
}

/** Goods of one product made together. It ships once quality control released it, unless policy says otherwise; what was found bad stays (QLT-4). */
export type Lot = DataOf<typeof lotState> & { readonly status: 'RECEIVED' | 'RELEASED' | 'BLOCKED' }
export type ShownLot = Shown<Lot>

export interface LotTypes {
  readonly unbegun: 'UNRECEIVED'
  readonly state: Lot
  readonly commands: CommandsOf<typeof lotCommands>
  readonly events: LotEvent
  readonly lookUp: LotLookUp
  readonly begins: 'ReceiveLot'
  readonly begunBy: 'LotReceived'
}

export type LotCommand = AnyCommandOf<LotTypes>

/** A lot: its identity never changes, its quality status follows quality control's decisions (QLT-4, DEL-3). */
export const lot = aggregate<LotTypes>({
  category: 'lot',
  shape: 3,
  life: lotStages,
  unique: {
    number: {
      is: { zh: '产品批号', en: 'number of a lot of this product' },
      rule: 'TRC-4',
      path: 'lotNumber',
      of: ({ productId, lotNumber }) => [[lotNumber, productId]],
    },
    // A piece is of one lot; lots that are one and the same, stored before that was noticed, may share it.
    serial: {
      is: { zh: '产品已入库的出厂编号', en: 'factory serial number of a product that was received' },
      rule: 'TRC-1',
      path: 'serialNumbers',
      of: ({ productId, serialNumbers }) => serialNumbers.map((serial) => [serial, productId]),
      remedy: refusal.SERIAL_ELSEWHERE,
    },
  },
  commands: lotCommands,
  state: lotState,
  begunAt: 'receivedAt',
  begin: {
    ReceiveLot(command, lookUp) {
      const { labelled, product, violations } = receivedGoods(command, lookUp)
      if (labelled === null) return refused(violations)
      const { scan: _, ...entered } = command.data
      const goods = { ...entered, ...labelled }
      const productClass = product?.productClass ?? 'UNREGULATED'
      return happens('LotReceived', { ...goods, productClass }).unless(
        identityProblems(goods, product),
        receivedTwice(entered.serialNumbers, goods.serialNumbers, []),
      )
    },
  },
  again: {
    identity: 'number',
    decide: {
      ReceiveLot(known, command, lookUp) {
        const { labelled, violations } = receivedGoods(command, lookUp)
        if (labelled === null) return refused(violations)
        const goods = { ...command.data, ...labelled }
        return happens('LotReplenished', {
          lotId: known.lotId,
          quantity: goods.quantity,
          serialNumbers: goods.serialNumbers,
        }).unless(
          otherLabels(known, goods),
          serialCountProblems(goods),
          receivedTwice(command.data.serialNumbers, goods.serialNumbers, known.serialNumbers),
          countProblems(known, goods),
        )
      },
    },
  },
  decide: {
    CompleteLot: (lot, { data }) =>
      happens('LotCompleted', { lotId: lot.lotId, ...data }).unless(completionProblems(lot, data)),
    DecideLotQuality: ({ lotId, lotNumber, status }, { data }) =>
      happens('LotQualityDecided', { lotId, ...data }).unless(
        data.status === status ? [refusal.decidedBefore({ status, lotNumber })] : [],
      ),
  },
  evolve: {
    LotReplenished: ({ quantity, serialNumbers, replenishments }, { data, occurredAt }) => ({
      quantity: sumQuantities([quantity, data.quantity]),
      serialNumbers: distinctSerials([...serialNumbers, ...data.serialNumbers]),
      replenishments: [...replenishments, { quantity: data.quantity, receivedAt: occurredAt }],
    }),
    LotCompleted: (lot, { data }) => completed(lot, data),
    LotQualityDecided({ decisions }, { data: { lotId: _, ...decision }, occurredAt }) {
      return { status: decision.status, decisions: [...decisions, { ...decision, decidedAt: occurredAt }] }
    },
  },
})

/** What came in, as it was entered and as its label bears it. */
type ReceivedGoods = Omit<LotTypes['commands']['ReceiveLot'], 'scan' | 'productId' | 'lotNumber'> &
  Pick<Lot, 'productId' | 'lotNumber'>

/** TRC-2, TRC-4: of a registered product, with the numbers and dates that its label bears. */
function identityProblems(data: ReceivedGoods, product: Product | null): readonly Violation[] {
  const { productId, producedOn, expiresOn } = data
  return [
    ...(product === null ? [missing('TRC-4', productStages.name, { productId })] : []),
    ...entryProblems(data, product),
    ...serialCountProblems(data),
    ...crossedDates({ producedOn, expiresOn }),
  ]
}

function crossedDates(dates: Pick<Lot, 'producedOn' | 'expiresOn'>): readonly Violation[] {
  const { producedOn, expiresOn } = dates
  return producedOn !== null && expiresOn !== null && expiresOn < producedOn ? [refusal.expiresBeforeMade(dates)] : []
}

/** TRC-2, TRC-4: goods with another label are not of this lot, whatever number they bear; what a receipt leaves out, it does not contradict. */
function otherLabels(known: Lot, told: ReceivedGoods): readonly Violation[] {
  return LABELLED.flatMap((field) => {
    const [before, now] = [known[field], told[field]]
    if (now === null || (before !== null && identifierOf(before) === identifierOf(now))) return []
    return [refusal.otherLabel(known, field, now)]
  })
}

type Completion = LotTypes['commands']['CompleteLot']

/** What is there stays; what is missing is as the label is said to bear it. */
function completed({ sterilisationLot, producedOn, expiresOn }: Lot, told: Completion) {
  return {
    sterilisationLot: sterilisationLot ?? told.sterilisationLot,
    producedOn: producedOn ?? told.producedOn,
    expiresOn: expiresOn ?? told.expiresOn,
  }
}

/** TRC-2: what is on record is not changed by the way, something is added, and the dates stay in order. */
function completionProblems(lot: Lot, told: Completion): readonly Violation[] {
  const others = LABELLED.flatMap((field) => {
    const [known, now] = [lot[field], told[field]]
    return known === null || now === null || known === now ? [] : [otherwiseOnRecord('TRC-2', field, known, now)]
  })
  if (others.length > 0) return others
  const dates = completed(lot, told)
  if (LABELLED.every((field) => dates[field] === lot[field])) return [addsNothing('TRC-2')]
  return crossedDates(dates)
}

const LABELLED = ['sterilisationLot', 'producedOn', 'expiresOn'] as const

/** Sums stay within what a quantity can be. */
function countProblems(known: Lot, told: ReceivedGoods): readonly Violation[] {
  const sum = thousandthsOf(known.quantity) + thousandthsOf(told.quantity)
  return sum > MOST_THOUSANDTHS ? [refusal.tooMuchOfOneLot(known, told.quantity)] : []
}

const MOST_THOUSANDTHS = 999_999_999_999_999
