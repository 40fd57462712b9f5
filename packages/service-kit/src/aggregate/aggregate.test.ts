import { type DomainEvent, InstantText, ShortText, Type } from '@afterline/events'
import { parseInstant, type TransitionTable, type Violation } from '@afterline/rules'
import { describe, expect, it } from '@jest/globals'
import { specificationOf } from '../testing/index.ts'
import {
  type AggregateDeclaration,
  type AnyCommandOf,
  aggregate,
  type CommandsOf,
  command,
  type DataOf,
  happens,
  refused,
  toldInOrder,
} from './index.ts'

const state = { owed: Type.Integer(), placedAt: InstantText, owner: ShortText }
const commands = {
  PlaceOrder: command('OrderPlaced', [], { owed: Type.Integer(), owner: ShortText }),
  ShipGoods: command('GoodsShipped', [], { amount: Type.Integer() }),
  CancelOrder: command('OrderCancelled', []),
}

interface OrderTypes {
  readonly unbegun: 'UNPLACED'
  readonly state: DataOf<typeof state> & { readonly status: 'PLACED' | 'SHIPPED' }
  readonly commands: CommandsOf<typeof commands>
  readonly events:
    | DomainEvent<'OrderPlaced', { readonly owed: number; readonly owner: string }>
    | DomainEvent<'GoodsShipped', { readonly amount: number }>
    | DomainEvent<'OrderCancelled', Readonly<Record<never, never>>>
  readonly lookUp: { readonly mostAtOnce: number }
  readonly begins: 'PlaceOrder'
  readonly begunBy: 'OrderPlaced'
}

const life: TransitionTable<'UNPLACED' | 'PLACED' | 'SHIPPED', 'PlaceOrder' | 'ShipGoods' | 'CancelOrder'> = {
  name: { zh: '订单', en: 'order' },
  rule: 'FIN-1',
  initial: 'UNPLACED',
  transitions: {
    UNPLACED: { PlaceOrder: 'PLACED' },
    PLACED: { ShipGoods: 'PLACED' },
    SHIPPED: { CancelOrder: 'SHIPPED' },
  },
}

const tooMuch: Violation = {
  rule: 'FIN-2',
  message: { zh: '过多', en: 'Too much' },
  path: ['amount'],
  remedy: { zh: '少些', en: 'Less' },
  facts: {},
}

type Changes = Partial<Pick<AggregateDeclaration<OrderTypes>, 'begunAt' | 'asksGatesOfIllegalSteps'>>

const orderOf = (changes: Changes = {}) =>
  aggregate<OrderTypes>({
    category: 'order',
    shape: 1,
    life,
    commands,
    state,
    row: 'owner',
    ...changes,
    begin: { PlaceOrder: ({ data }) => happens('OrderPlaced', data) },
    decide: {
      ShipGoods: ({ owed }, { data: { amount } }, { mostAtOnce }) =>
        amount > owed
          ? refused([tooMuch])
          : happens('GoodsShipped', { amount }).unless(amount > mostAtOnce ? [tooMuch] : []),
      CancelOrder: () => happens('OrderCancelled', {}),
    },
    begun: { OrderPlaced: ({ data, occurredAt }) => ({ ...data, status: 'PLACED', placedAt: occurredAt }) },
    evolve: { GoodsShipped: ({ owed }, { data: { amount } }) => ({ owed: owed - amount }), OrderCancelled: () => ({}) },
    settle: (order) => ({ ...order, status: order.owed === 0 ? 'SHIPPED' : 'PLACED' }),
  })

const at = parseInstant('2026-03-02T09:00:00+08:00')
const before = parseInstant('2026-03-01T09:00:00+08:00')
const by = { id: 'sales-1', role: 'SALESPERSON' }
const lookUp = { mostAtOnce: 5 }
const placed = { type: 'OrderPlaced', data: { owed: 8, owner: 'sales-1' }, occurredAt: at } as const
const ship = (amount: number) => ({ type: 'ShipGoods', at, by, data: { amount } }) as const
const place = { type: 'PlaceOrder', at, by, data: placed.data } as const

describe('an aggregate of tables', () => {
  const spec = specificationOf(orderOf())

  it('knows from them what begins a stream, and whether it was begun', () => {
    const order = orderOf()
    expect([order.creates, order.commandNames]).toEqual([['PlaceOrder'], ['PlaceOrder', 'ShipGoods', 'CancelOrder']])
    expect(order.initialState).toEqual({ status: 'UNPLACED' })
    expect([order.isBegun(order.initialState), order.isBegun(spec.stateAfter([placed]))]).toEqual([false, true])
  })

  it('decides and evolves by name, and settles after every later event', () => {
    spec.given().when(place, lookUp).then({ type: 'OrderPlaced', data: placed.data })
    spec
      .given(placed)
      .when(ship(5), lookUp)
      .then({ type: 'GoodsShipped', data: { amount: 5 } })
    const shipped = (amount: number) => ({ type: 'GoodsShipped', data: { amount }, occurredAt: at }) as const
    expect(spec.stateAfter([placed, shipped(5)])).toMatchObject({ status: 'PLACED', owed: 3 })
    expect(spec.stateAfter([placed, shipped(5), shipped(3)])).toMatchObject({ status: 'SHIPPED', owed: 0 })
  })

  it('keeps for history what gates speak against, and nothing of what makes no sense', () => {
    spec
      .given(placed)
      .when(ship(6), lookUp)
      .thenKept(['FIN-2'], { type: 'GoodsShipped', data: { amount: 6 } })
    spec.given(placed).when(ship(9), lookUp).thenKept(['FIN-2'])
  })

  it('refuses what its life does not allow, before the beginning, again, or too late', () => {
    spec.given().when(ship(1), lookUp).thenKept(['FIN-1'])
    spec.given(placed).when(place, lookUp).thenKept(['FIN-1'])
    spec
      .given(placed)
      .when({ type: 'CancelOrder', at, by, data: {} }, lookUp)
      .thenKept(['FIN-1'], { type: 'OrderCancelled', data: {} })
  })

  it('leaves a stream alone whose first event is missing', () => {
    expect(spec.stateAfter([{ type: 'GoodsShipped', data: { amount: 1 }, occurredAt: at }])).toEqual({
      status: 'UNPLACED',
    })
  })
})

describe('the gates that a command names', () => {
  it('are gates of the rules', () => {
    const named = command('GoodsShipped', []).asks('creditGate', 'licenceGate')
    // @ts-expect-error the rules have no such gate
    const unknown = command('GoodsShipped', []).asks('debtGate')
    // @ts-expect-error the stage gate is asked of every command
    const ofStages = command('GoodsShipped', []).asks('stageGate')
    expect([named, unknown, ofStages].map(({ gates }) => gates.length)).toEqual([2, 1, 1])
  })
})

describe('a step that the stage does not allow', () => {
  const wasShipped = { type: 'GoodsShipped', data: { amount: 8 }, occurredAt: at } as const

  it('is refused for the stage alone', () => {
    specificationOf(orderOf()).given(placed, wasShipped).when(ship(6), lookUp).thenRefused('FIN-1')
  })

  it('is judged by its gates, too, where history needs it', () => {
    const spec = specificationOf(orderOf({ asksGatesOfIllegalSteps: true }))
    spec.given(placed, wasShipped).when(ship(6), lookUp).thenRefused('FIN-1', 'FIN-2')
  })
})

describe('a history', () => {
  const steps = [
    { ...ship(2), at: parseInstant('2026-03-03T09:00:00+08:00') },
    { ...ship(1), at: before },
  ]

  it('is told in time order behind its beginning, and keeps the instant that lies before it', () => {
    const told: readonly AnyCommandOf<OrderTypes>[] = toldInOrder<AnyCommandOf<OrderTypes>>(place, steps)
    expect(told).toEqual([place, { ...ship(1), at, statedAt: before }, steps[0]])
  })

  it('keeps the order of steps that have one instant', () => {
    const told = toldInOrder<AnyCommandOf<OrderTypes>>(place, [ship(3), ship(1), ship(2)])
    expect(told.map(({ data }) => data)).toEqual([place.data, { amount: 3 }, { amount: 1 }, { amount: 2 }])
  })

  it('keeps an event at the stated instant, and says where that lies before the beginning', () => {
    const early = { ...ship(1), statedAt: before }
    const event = { type: 'GoodsShipped', data: { amount: 1 }, occurredAt: before } as const
    specificationOf(orderOf()).given(placed).when(early, lookUp).then(event)
    specificationOf(orderOf({ begunAt: 'placedAt' }))
      .given(placed)
      .when(early, lookUp)
      .thenKept(['FIN-1'], event)
  })
})
