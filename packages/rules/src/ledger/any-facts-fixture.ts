import fc from 'fast-check'
import { VERSION } from '../deadlines/deadline-fixture.ts'
import { type Instant, plusMillis } from '../primitives/instant.ts'
import { type LocalDate, parseLocalDate, parseTimeZone, plusDays, type TimeZone } from '../primitives/local-date.ts'
import type { Money } from '../primitives/money.ts'
import { type Quantity, quantityFromThousandths } from '../primitives/quantity.ts'
import { hour } from './fixtures.ts'
import type { ledgers } from './index.ts'
import type { Fact } from './ledger.ts'

/*
 * Any history of any ledger, as tests of what holds of all of them draw it. Ids and values come from small sets, so that
 * facts of one stream repeat and contradict each other, and those of several streams meet in one figure.
 */

export type Category = keyof typeof ledgers

/** The facts of one stream, as they are told. */
export interface History {
  readonly category: Category
  readonly facts: readonly Fact[]
}

const QUARTER_MS = 900_000
const DAY_QUARTERS = 96
const MAXIMUM_FACTS = 8

const quarters = (from: number, to: number) => fc.integer({ min: from, max: to })

/** Quarter hours of three weeks: most within two days, where they meet and order matters, the others anywhere. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .oneof(
    { weight: 2, arbitrary: quarters(0, DAY_QUARTERS / 8) },
    { weight: 3, arbitrary: quarters(0, 2 * DAY_QUARTERS) },
    { weight: 2, arbitrary: quarters(-10 * DAY_QUARTERS, 11 * DAY_QUARTERS) },
  )
  .map((count) => hour(count / 4))

/** Before all of them: of what a fact says about the time before it. */
export const anyEarlierInstant: fc.Arbitrary<Instant> = quarters(-20 * DAY_QUARTERS, -10 * DAY_QUARTERS).map((count) =>
  hour(count / 4),
)

/** How much later something was entered: mostly at once, else up to ten days. */
const anyDelayMs = fc
  .oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: quarters(0, 10 * DAY_QUARTERS) })
  .map((count) => count * QUARTER_MS)

export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: -10, max: 11 })
  .map((days) => plusDays(parseLocalDate('2026-03-02'), days))
export const anyZone: fc.Arbitrary<TimeZone> = fc
  .constantFrom('Asia/Shanghai', 'America/Sao_Paulo')
  .map((name) => parseTimeZone(name))

export const anyMoney: fc.Arbitrary<Money> = fc.record({
  minor: fc.integer({ min: 0, max: 3 }).map((count) => count * 100),
  currency: fc.constantFrom('CNY', 'CNY', 'BRL'),
})
export const anyQuantity: fc.Arbitrary<Quantity> = fc
  .integer({ min: 0, max: 4 })
  .map((halves) => quantityFromThousandths(halves * 500))

export const customerId = fc.constantFrom('c', 'd')
export const personId = fc.constantFrom('s', 't')
export const teamId = fc.option(fc.constantFrom('north', 'south'))
export const productId = fc.constantFrom('p', 'q')
export const lotId = fc.option(fc.constantFrom('l', 'm'))
/** Of one of several things in a stream, such as a payment. */
export const thingId = fc.constantFrom('1', '2', '3')
/** Whose sale something is. */
export const saleParties = { customerId, salespersonId: fc.option(personId), teamId }

type Times = Pick<Fact, 'type' | 'occurredAt' | 'recordedAt'>

/** What a fact says, and a name for what it tells the one truth about; `null` where there may be several truths. */
interface Telling<Data> {
  readonly data: Data
  truthOf(times: Times): string | null
}

type Model<Data> = { readonly [Key in keyof Data]-?: fc.Arbitrary<Data[Key]> }

/** Data of a fact that may be told again at the same instant and say something else. */
export function freely<Data extends object>(model: Model<Data>): fc.Arbitrary<Telling<Data>> {
  return fc.record(model).map((data) => ({ data, truthOf: () => null }))
}

/**
 * Data of a fact that tells the truth about a thing: where ledgers keep what was told first of an instant, the others of
 * that instant say the same. Facts of different instants contradict each other freely.
 * @param thingOf names the thing within the stream; unless said there is one for each type of fact
 * @param instantOf which instant the truth is of
 */
export function once<Data extends object>(
  model: Model<Data>,
  thingOf: ((data: Data) => string) | null = null,
  instantOf: (times: Times, data: Data) => Instant = ({ occurredAt }) => occurredAt,
): fc.Arbitrary<Telling<Data>> {
  return fc.record(model).map((data) => {
    const truthOf = (times: Times) => `${thingOf === null ? times.type : thingOf(data)} at ${instantOf(times, data)}`
    return { data, truthOf }
  })
}

/** Of a fact whose moment alone is read. */
export const moment: fc.Arbitrary<Telling<object>> = fc.constant({ data: {}, truthOf: () => null })

/** One telling per type of fact: a type without one does not compile. */
type Tellings<DataByType> = { readonly [Type in keyof DataByType & string]: fc.Arbitrary<Telling<DataByType[Type]>> }

interface Told extends Fact {
  readonly truth: string | null
}

/** Histories of up to eight facts. What begins the stream is usually told, and usually first. */
export function historiesOf<DataByType>(given: {
  readonly category: Category
  readonly begins: keyof DataByType & string
  readonly tellings: Tellings<DataByType>
}): fc.Arbitrary<History> {
  const { category, begins, tellings } = given
  const beginning = toldOf(begins, tellings[begins])
  const types = Object.entries<fc.Arbitrary<Telling<unknown>>>(tellings)
  const others = fc.oneof(...types.map(([type, telling]) => toldOf(type, telling)))
  return fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: beginning }, { weight: 1, arbitrary: others }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(MAXIMUM_FACTS) }),
      fc.array(others, { maxLength: MAXIMUM_FACTS - 1, size: 'max' }),
    )
    .map(([first, place, rest]) => [...rest.slice(0, place), first, ...rest.slice(place)])
    .map((told) => ({ category, facts: toldAlike(told) }))
}

function toldOf(type: string, telling: fc.Arbitrary<Telling<unknown>>): fc.Arbitrary<Told> {
  return fc.tuple(anyInstant, anyDelayMs, telling).map(([occurredAt, delayMs, { data, truthOf }]) => {
    const times = { type, occurredAt, recordedAt: plusMillis(occurredAt, delayMs) }
    return { ...times, policyVersion: VERSION, data, truth: truthOf(times) }
  })
}

/** What is told of one thing at one instant is told alike: as it was told first. */
function toldAlike(told: readonly Told[]): readonly Fact[] {
  const first = new Map<string, Fact>()
  return told.map(({ truth, ...fact }) => {
    if (truth === null) return fact
    const known = first.get(truth) ?? fact
    first.set(truth, known)
    return known
  })
}
