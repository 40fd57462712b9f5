import {
  described,
  Id,
  InstantText,
  internal,
  nullable,
  type OrderEvent,
  record,
  ShortText,
  Text,
  Type,
} from '@afterline/events'
import { parseInstant, type TransitionTable } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { aggregate } from './aggregate.ts'
import { type CommandsOf, command, type DataOf } from './commands.ts'
import { happens } from './decision.ts'

const state = {
  orderId: Id,
  channel: described(ShortText, 'Where it was sold.'),
  placedAt: described(InstantText, 'When.'),
  cancellationReason: described(nullable(Text), 'Why it was called off.'),
  notes: internal(Type.Array(Text)),
  limits: internal(record({ first: nullable(Text), second: record({ third: Type.Array(Text) }) })),
}
const commands = {
  PlaceOrder: command('OrderPlaced', ['SALESPERSON'], { orderId: Id, channel: ShortText }),
  ConfirmOrder: command('OrderConfirmed', ['SALESPERSON']),
  StartProduction: command('ProductionStarted', ['PRODUCTION']).asks('creditGate', 'lotGate'),
  CancelOrder: command('OrderCancelled', ['SALESPERSON'], { reason: Text }),
}

type Stage = 'UNPLACED' | 'PLACED' | 'CONFIRMED' | 'IN_PRODUCTION' | 'READY' | 'CANCELLED'

interface OrderTypes {
  readonly unbegun: 'UNPLACED'
  readonly state: DataOf<typeof state> & { readonly status: Exclude<Stage, 'UNPLACED'> }
  readonly commands: CommandsOf<typeof commands>
  readonly events: OrderEvent
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
    CONFIRMED: { StartProduction: 'IN_PRODUCTION', CancelOrder: 'CANCELLED' },
    IN_PRODUCTION: { StartProduction: 'READY' },
    READY: {},
    CANCELLED: {},
  },
}

const at = parseInstant('2026-03-02T09:00:00+08:00')
const later = parseInstant('2026-03-03T09:00:00+08:00')
const by = { id: 'sales-1', role: 'SALESPERSON' }
const orderId = '0195b1f0-0000-7000-8000-000000000001'
const customerId = '0195b1f0-0000-7000-8000-000000000002'

const declared = {
  category: 'order',
  shape: 1,
  life,
  commands,
  state,
  begunAt: 'placedAt',
  begin: {
    PlaceOrder: () =>
      happens('OrderPlaced', {
        orderId,
        customerId,
        salespersonId: null,
        channel: 'DIRECT',
        lines: [],
        sourceKey: null,
      }),
  },
  decide: {
    CancelOrder: (_: object, { data: { reason } }: { readonly data: { readonly reason: string } }) =>
      happens('OrderCancelled', { orderId, reason }),
  },
} as const

const rest = {
  OrderRejected: () => ({}),
  OutboundChecked: () => ({}),
  GoodsShipped: () => ({}),
  GoodsDelivered: () => ({}),
  GoodsTakenBack: () => ({}),
}
const order = aggregate<OrderTypes>({
  ...declared,
  evolve: { ...rest, OrderCancelled: (_, { data: { reason } }) => ({ cancellationReason: reason }) },
})

const recorded = <Event extends OrderEvent>(event: Event, occurredAt = later) => ({
  ...event,
  occurredAt,
  recordedAt: later,
  actor: by,
})
const placed = order.evolve(
  order.initialState,
  recorded(
    {
      type: 'OrderPlaced',
      data: { orderId, customerId, salespersonId: null, channel: 'DIRECT', lines: [], sourceKey: null },
    },
    at,
  ),
)
const confirmed = order.evolve(placed, recorded({ type: 'OrderConfirmed', data: { orderId } }))

describe('a beginning that is derived', () => {
  it('is what the first event tells of the state, when it happened, and nothing else so far', () => {
    expect(placed).toEqual({
      status: 'PLACED',
      orderId,
      channel: 'DIRECT',
      placedAt: at,
      cancellationReason: null,
      notes: [],
      limits: { first: null, second: { third: [] } },
    })
  })

  it('is refused where a field is neither told nor empty', () => {
    const evolve = { ...rest, OrderCancelled: () => ({}) }
    const more = { ...declared, state: { ...state, weight: Type.Integer() }, evolve }
    expect(() => aggregate<OrderTypes>(more)).toThrow(/weight is told by no first event/)
  })
})

describe('a command that says nothing', () => {
  it('makes its event, which tells the record', () => {
    const { events, violations } = order.decide(placed, { type: 'ConfirmOrder', at: later, by, data: {} }, undefined)
    expect([events, violations]).toEqual([[{ type: 'OrderConfirmed', data: { orderId } }], []])
  })

  it('is refused by the stage like any other (OPP-1)', () => {
    const { events, violations } = order.decide(confirmed, { type: 'ConfirmOrder', at: later, by, data: {} }, undefined)
    expect(violations.map(({ rule }) => rule)).toEqual(['OPP-1'])
    expect(events).toHaveLength(1)
  })

  it('is not derived where it says something, or its event does', () => {
    const evolve = { ...rest, OrderCancelled: () => ({}) }
    const talking = { ...declared, commands: { ...commands, ConfirmOrder: command('OrderCancelled', []) }, evolve }
    expect(() => aggregate<OrderTypes>(talking)).toThrow(/ConfirmOrder needs a decision/)
    const foreign = { ...declared, commands: { ...commands, ConfirmOrder: command('LotReceived', []) }, evolve }
    expect(() => aggregate<OrderTypes>(foreign)).toThrow(/LotReceived is no event of the category order/)
  })
})

describe('the stage after an event', () => {
  it('is the one to which the command leads that makes it, whatever else the event changes', () => {
    expect(confirmed).toMatchObject({ status: 'CONFIRMED' })
    const cancelled = order.evolve(placed, recorded({ type: 'OrderCancelled', data: { orderId, reason: 'no need' } }))
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancellationReason: 'no need' })
  })

  it('depends on the stage before, where the command leads to several', () => {
    const started = recorded({ type: 'ProductionStarted', data: { orderId } } as const)
    const once = order.evolve(confirmed, started)
    expect([once.status, order.evolve(once, started).status]).toEqual(['IN_PRODUCTION', 'READY'])
    expect(order.evolve(placed, started).status).toBe('PLACED')
  })

  it('is also reached by a history that leaves out stages, where the command leads to one only', () => {
    const cancelled = recorded({ type: 'OrderCancelled', data: { orderId, reason: 'late' } } as const)
    const ready = order.evolve(
      order.evolve(confirmed, recorded({ type: 'ProductionStarted', data: { orderId } })),
      cancelled,
    )
    expect(ready.status).toBe('CANCELLED')
  })
})

describe('an aggregate that settles', () => {
  it('says itself what the status is: no stage is derived', () => {
    const settling = aggregate<OrderTypes>({
      ...declared,
      evolve: { ...rest, OrderCancelled: () => ({}) },
      settle: (state, { occurredAt }) => ({ ...state, placedAt: occurredAt }),
    })
    const after = settling.evolve(placed, recorded({ type: 'OrderConfirmed', data: { orderId } }))
    expect(after).toMatchObject({ status: 'PLACED', placedAt: later })
  })
})

describe('the gates of an aggregate', () => {
  it('are those that its commands name', () => {
    expect(Object.entries(order.commands).map(([name, { gates }]) => [name, gates])).toEqual([
      ['PlaceOrder', []],
      ['ConfirmOrder', []],
      ['StartProduction', ['creditGate', 'lotGate']],
      ['CancelOrder', []],
    ])
  })
})
