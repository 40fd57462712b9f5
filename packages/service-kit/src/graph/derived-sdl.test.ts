import {
  ContactPersonAdded,
  choice,
  described,
  Id,
  InstantText,
  internal,
  MoneyValue,
  named,
  nullable,
  type OrderEvent,
  ShortText,
  Text,
  Type,
} from '@afterline/events'
import type { TransitionTable } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import {
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  happens,
  labelled,
  newId,
  orElse,
  ownName,
  shownAs,
  shownTo,
  standard,
} from '../aggregate/index.ts'
import { computed, referenceTo } from './computed.ts'
import { derivedSdl } from './derived-sdl.ts'
import { type GraphDeclaration, graphOf } from './graph.ts'
import { valuesSdl } from './value-sdl.ts'

const Side = choice('Side', 'Whose it is.', {
  OURS: { zh: '我方', en: 'Ours' },
  THEIRS: { zh: '对方', en: 'Theirs', meaning: 'of whoever buys' },
})
const Part = named('OrderPart', 'Goods of one kind.', {
  partId: internal(Id),
  goods: described(ShortText, 'What they are.'),
  side: described(Side, 'Who provides them.'),
  price: described(nullable(MoneyValue), 'Before tax.'),
})
const parts = described(Type.Array(Part), 'What was ordered.')

const state = {
  orderId: Id,
  parts,
  placedAt: described(InstantText, 'When it was placed.'),
  remark: internal(nullable(Text)),
}
const commands = {
  PlaceOrder: command('OrderPlaced', ['SALESPERSON', 'SALES_MANAGER'], {
    orderId: Id,
    channel: orElse(described(ShortText, 'Where it was sold.'), 'DIRECT'),
    parts: orElse(parts, []),
    soldBy: ownName(described(ShortText, 'Staff id.')),
    shownTo: standard(described(Type.Array(Side), 'Who sees it.'), ['OURS']),
    side: standard(described(Side, 'Whose it is.'), 'THEIRS'),
    isUrgent: standard(described(Type.Boolean(), 'Whether it is urgent.'), false),
    wantedBy: described(nullable(InstantText), 'When it should arrive.'),
    lineId: newId('line'),
    sourceKey: internal(nullable(ShortText)),
  }),
  ConfirmOrder: command('OrderConfirmed', ['SALESPERSON']),
  CancelOrder: command('OrderCancelled', ['SALES_MANAGER'], { reason: described(Text, 'Why.') }),
}

type Stage = 'UNPLACED' | 'PLACED' | 'CONFIRMED' | 'CANCELLED'
interface OrderTypes {
  readonly unbegun: 'UNPLACED'
  readonly state: DataOf<typeof state> & { readonly status: Exclude<Stage, 'UNPLACED'> }
  readonly commands: CommandsOf<typeof commands>
  readonly events: Extract<OrderEvent, { readonly type: 'OrderPlaced' | 'OrderConfirmed' | 'OrderCancelled' }>
  readonly lookUp: undefined
  readonly begins: 'PlaceOrder'
  readonly begunBy: 'OrderPlaced'
}

const life: TransitionTable<Stage, keyof typeof commands> = {
  name: { zh: '订单', en: 'order' },
  rule: 'OPP-1',
  initial: 'UNPLACED',
  transitions: {
    UNPLACED: { PlaceOrder: 'PLACED' },
    PLACED: { ConfirmOrder: 'CONFIRMED', CancelOrder: 'CANCELLED' },
    CONFIRMED: { CancelOrder: 'CANCELLED' },
    CANCELLED: {},
  },
}

const placed = { customerId: '', salespersonId: null, channel: '', lines: [], sourceKey: null }
const order = aggregate<OrderTypes>({
  category: 'order',
  shape: 1,
  life,
  commands,
  state,
  begunAt: 'placedAt',
  begin: { PlaceOrder: ({ data: { orderId } }) => happens('OrderPlaced', { ...placed, orderId }) },
  decide: { CancelOrder: ({ orderId }, { data: { reason } }) => happens('OrderCancelled', { orderId, reason }) },
  begun: {
    OrderPlaced: ({ data: { orderId }, occurredAt }) => ({
      orderId,
      parts: [],
      placedAt: occurredAt,
      remark: null,
      status: 'PLACED',
    }),
  },
  evolve: { OrderCancelled: () => ({}) },
})

const graph = (changes: Partial<GraphDeclaration<OrderTypes>> = {}) =>
  graphOf(order, {
    type: 'Order',
    says: 'What somebody wants to have.',
    audience: 'ORDER_READERS',
    collection: 'orders',
    lists: {
      orders: {
        description: 'All orders.',
        filter: {},
        sort: { NEWEST_FIRST: '-placedAt' },
        of: { Customer: { by: 'customerId', readers: 'ORDER_READERS' } },
      },
    },
    fields: { buyer: computed(nullable(referenceTo('Customer', 'Who buys.')), () => null) },
    ...changes,
  })

const maker = computed(nullable(referenceTo('Maker', 'Who makes it.')), () => null)
const sdl = derivedSdl('orders', [graph()])
/** One definition, with its description. */
const definition = (start: string, of = sdl) => of.split('\n\n').find((part) => part.includes(`\n${start} `))

describe('the type of a record', () => {
  it('has the fields of its state and its stage, but for what is internal and its own id', () => {
    expect(definition('type Order')).toBe(`"What somebody wants to have."
type Order @key(fields: "id") @auth(audience: ORDER_READERS) {
  id: ID!
  "How far it has come."
  status: OrderStatus!
  "What was ordered."
  parts: [OrderPart!]!
  "When it was placed."
  placedAt: Instant!
  "Who buys."
  buyer: Customer
}`)
  })

  it('has the stages of its life, but for the one before the beginning, as the dictionary names them', () => {
    expect(definition('enum OrderStatus')).toBe(`"How far the order has come."
enum OrderStatus {
  "Placed (已下单): waits for its confirmation, 24 hours at most (ORD-1)."
  PLACED
  "Confirmed (已确认): accepted (ORD-1); production may begin, and goods from stock may be checked and shipped."
  CONFIRMED
  "Cancelled (已取消): its amount leaves the sales figures (KPI-3)."
  CANCELLED
}`)
  })

  it('leads to types of other subgraphs, which are known by their id, and resolved only where something is added', () => {
    expect(sdl).toContain('\n\ntype Customer @key(fields: "id") {\n  id: ID!\n}\n')
    const leading = derivedSdl('orders', [graph({ fields: {}, lists: {}, valueFields: { OrderPart: { maker } } })])
    expect(leading).toContain('\n\ntype Maker @key(fields: "id", resolvable: false) {\n  id: ID!\n}\n')
    expect(leading).not.toContain('type Customer ')
  })

  it('shows lists within records of other types by a name of their own, and all at once where there are few', () => {
    const of = { Customer: { by: 'customerId', as: 'wishes', description: 'At most 5.', most: 5 } }
    const few = graph({ lists: { orders: { description: 'All.', filter: {}, sort: {}, of } } })
    expect(derivedSdl('orders', [few])).toContain('extend type Customer {\n  "At most 5."\n  wishes: [Order!]\n}')
  })

  it('shows its lists within records of other types', () => {
    expect(sdl).toContain(`extend type Customer {
  "All orders."
  orders(filter: OrderFilter, sort: OrderSort = NEWEST_FIRST, first: Int = 20, after: String): OrderConnection @auth(audience: ORDER_READERS)
}`)
  })
})

describe('a value within a record', () => {
  it('is a type where it is shown, and an input where it is entered, of the same fields', () => {
    expect(definition('type OrderPart')).toBe(`"Goods of one kind."
type OrderPart {
  "What they are."
  goods: String!
  "Who provides them."
  side: Side!
  "Before tax."
  price: Money
}`)
    expect(definition('input OrderPartInput')).toContain('  "Before tax."\n  price: MoneyInput\n')
  })

  it('has fields besides those that are kept where it is shown, and not where it is entered', () => {
    const more = derivedSdl('orders', [graph({ valueFields: { OrderPart: { maker } } })])
    expect(definition('type OrderPart', more)).toContain(
      '  "Before tax."\n  price: Money\n  "Who makes it."\n  maker: Maker\n}',
    )
    expect(definition('input OrderPartInput', more)).toBe(definition('input OrderPartInput'))
  })

  it('that no record holds is refused', () => {
    expect(() => derivedSdl('orders', [graph({ valueFields: { Part: { maker } } })])).toThrow(/Order holds no Part/)
  })

  it('is defined once, and not at all where the base schema has it', () => {
    expect(sdl.match(/^enum Side /gm)).toHaveLength(1)
    expect(sdl).not.toMatch(/^(type Money|input MoneyInput) /m)
  })

  it('that has the name of another one is refused', () => {
    const Other = named('OrderPart', 'Something else.', { goods: described(Text, 'What.') })
    const other = graph({ fields: { other: computed(Other, () => ({ goods: '' })) } })
    expect(() => derivedSdl('orders', [other])).toThrow(/OrderPart is the name of two different values/)
  })

  it('without a name is refused', () => {
    const other = graph({ fields: { other: computed(Type.Object({}), () => ({})) } })
    expect(() => derivedSdl('orders', [other])).toThrow(/has a name/)
  })

  it('that is a choice is an enum, whose values are told by their labels and meanings', () => {
    expect(definition('enum Side')).toBe(`"Whose it is."
enum Side {
  "Ours (我方)."
  OURS
  "Theirs (对方): of whoever buys."
  THEIRS
}`)
  })
})

describe('a field that is not shown as it is kept', () => {
  const { name, phone } = ContactPersonAdded.data.properties
  const Recipient = named('Recipient', 'Who takes the goods.', {
    recipientId: shownAs('id', Id),
    name: described(name, 'As the person is addressed.'),
    phone: described(phone, 'Where to call.'),
    debts: shownTo('CUSTOMER_READERS', described(nullable(MoneyValue), 'What is owed.')),
  })
  const recipients = described(Type.Array(Recipient), 'Whoever takes something.')

  it('has the name that was given it, its audience, and may be null where it tells of a person (SEC-3)', () => {
    const shown = derivedSdl('orders', [graph({ fields: { recipients: computed(recipients, () => []) } })])
    expect(definition('type Recipient', shown)).toBe(`"Who takes the goods."
type Recipient {
  id: ID!
  "As the person is addressed."
  name: String
  "Where to call."
  phone: String
  "What is owed."
  debts: Money @auth(audience: CUSTOMER_READERS)
}`)
  })

  it('is entered under the name by which it is kept, and a text about a person is asked for', () => {
    const [[type, entered] = []] = valuesSdl({ recipients }, 'ENTERED')
    expect(type).toBe('RecipientInput')
    expect(entered).toBe(`"Who takes the goods."
input RecipientInput {
  recipientId: ID!
  "As the person is addressed."
  name: String!
  "Where to call."
  phone: String
  "What is owed."
  debts: MoneyInput
}
`)
  })
})

describe('a choice that no event tells', () => {
  const stage = (...values: readonly string[]) => labelled('LotStatus', 'How it is.', values)

  it('is an enum of the values that are meant, as the dictionary names them', () => {
    const shown = graph({ fields: { found: computed(stage('BLOCKED', 'RELEASED'), () => 'BLOCKED') } })
    expect(definition('enum LotStatus', derivedSdl('orders', [shown]))).toBe(`"How it is."
enum LotStatus {
  "Blocked (不合格): may be neither invoiced nor sold (QLT-4)."
  BLOCKED
  "Released (合格): found to conform."
  RELEASED
}`)
  })

  it('is refused with a value that the dictionary does not name', () => {
    expect(() => stage('RELEASED', 'LOST')).toThrow('the dictionary does not name LotStatus.LOST')
  })
})

describe('a mutation', () => {
  it('is named like its command, for the roles of that, and told by its label and what its event says', () => {
    expect(sdl).toContain(
      '  "Cancel the order (取消订单). The order was cancelled before shipment; its net amount leaves the sales figures."\n' +
        '  cancelOrder(entry: Entry!, input: CancelOrderInput!): OrderPayload! @auth(roles: [SALES_MANAGER])\n',
    )
  })

  it('that begins a record asks for what its command holds and nobody makes; what may be left out can be null', () => {
    expect(definition('input PlaceOrderInput')).toBe(`"What placeOrder asks for."
input PlaceOrderInput {
  "Where it was sold; DIRECT when left out."
  channel: String
  "What was ordered; none when left out."
  parts: [OrderPartInput!]
  "Staff id; the caller when left out."
  soldBy: String
  "Who sees it."
  shownTo: [Side!]! = [OURS]
  "Whose it is."
  side: Side! = THEIRS
  "Whether it is urgent."
  isUrgent: Boolean! = false
  "When it should arrive."
  wantedBy: Instant
}`)
  })

  it('of a record that is there asks for it, and says at which stages', () => {
    expect(definition('input ConfirmOrderInput')).toContain('{\n  "One with the status PLACED."\n  orderId: ID!\n}')
    expect(definition('input CancelOrderInput')).toContain(
      '"One with the status PLACED or CONFIRMED."\n  orderId: ID!\n',
    )
  })

  it('is not there for a command that none gives', () => {
    expect(derivedSdl('orders', [graph({ mutations: { ConfirmOrder: null } })])).not.toMatch(
      /confirmOrder|ConfirmOrder/,
    )
  })
})
