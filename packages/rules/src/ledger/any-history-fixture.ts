import fc from 'fast-check'
import { china, shipped, VERSION } from '../deadlines/deadline-fixture.ts'
import { reckoningOf } from '../deadlines/index.ts'
import { companyFile } from '../policy/fixtures.ts'
import { parsePolicies } from '../policy/index.ts'
import type { Category, History } from './any-facts-fixture.ts'
import { operationHistories } from './any-operation-history-fixture.ts'
import { salesHistories } from './any-sales-history-fixture.ts'
import { serviceHistories } from './any-service-history-fixture.ts'
import { ledgers } from './index.ts'
import type { Fact, Ledger, Measurement, Reckoning } from './ledger.ts'

/* Mixtures of streams of all categories, under policies with real calendars, working days and pauses. */

export type { Category, History } from './any-facts-fixture.ts'

/** Any history of each category: one that has a ledger and no histories does not compile. */
export const historiesByCategory: Readonly<Record<Category, fc.Arbitrary<History>>> = {
  ...salesHistories,
  ...serviceHistories,
  ...operationHistories,
}

const anyHistory = fc.oneof(...Object.values(historiesByCategory))

/** A policy, and mixtures in which it shows. */
export interface World {
  readonly name: string
  readonly reckoning: Reckoning
  readonly mixtures: fc.Arbitrary<readonly History[]>
}

const waitingCompany = companyFile(
  'deadlines',
  VERSION,
  'deadlines: [{ key: complaint.handle, pauses: [WAITING_FOR_CUSTOMER], reopening: resumes, approvedBy: LEADERSHIP }]',
)

export const shippedWorld: World = {
  name: 'the policy as shipped',
  reckoning: reckoningOf(china),
  mixtures: mixturesOf(anyHistory),
}

/** Its complaints may wait for the customer, and run on when they are reopened. */
export const waitingWorld: World = {
  name: 'the policy of a company whose complaints wait',
  reckoning: reckoningOf(parsePolicies([...shipped, waitingCompany])),
  mixtures: mixturesOf(fc.oneof(historiesByCategory.complaint, anyHistory)),
}

function mixturesOf(histories: fc.Arbitrary<History>): World['mixtures'] {
  return fc.array(histories, { minLength: 1, maxLength: 5, size: 'max' })
}

/** Endless: as many as a test needs to decide something at random. */
export const draws: fc.Arbitrary<Iterator<number>> = fc.infiniteStream(fc.nat(999))

export function drawn(from: Iterator<number>): number {
  return Number(from.next().value)
}

/** Things in any order. */
export function shuffled<One>(things: readonly One[], places: Iterator<number>): readonly One[] {
  return things
    .map((thing) => ({ thing, place: drawn(places) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

export function ledgerFor({ category }: Pick<History, 'category'>): Ledger<unknown> {
  return ledgers[category]
}

/** The state after a history that is told at once. */
export function stateOf(ledger: Ledger<unknown>, facts: readonly Fact[]): unknown {
  return facts.reduce((state, fact) => ledger.record(state, fact), ledger.initial)
}

/** What all streams measure, each evaluated at once. */
export function measurementsOf(told: readonly History[], { reckoning }: World): readonly Measurement[] {
  return told.flatMap((history) => {
    const ledger = ledgerFor(history)
    return ledger.measurements(stateOf(ledger, history.facts), reckoning)
  })
}
