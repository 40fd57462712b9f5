import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kpis } from '../catalogue/index.ts'
import {
  type Category,
  draws,
  historiesByCategory,
  ledgerFor,
  measurementsOf,
  shippedWorld,
  shuffled,
  stateOf,
  type World,
  waitingWorld,
} from '../ledger/any-history-fixture.ts'
import type { Fact, Ledger, Measurement, Timer } from '../ledger/ledger.ts'
import { oneThing } from '../ledger/timing.ts'

/* What each single stream has to keep so that figures of all of them are equal; see `equality.test.ts`. */

const RUNS = { numRuns: 2000 }

/** Whose class or wait at an instant is what was told last of it: nothing but the telling says which came last. */
const readsTellingAtOneInstant: readonly Category[] = ['complaint']
/** An answer that names nobody has a number only; numbers by content would change in a whole survey with each answer. */
const numbersAsTold: readonly Category[] = ['anonymousSurvey']

const limitName = ({ key, item }: Timer) => JSON.stringify([key, item])
const thingName = ({ kpi, part, item }: Measurement) => JSON.stringify([kpi, part, item])

function expectEachOnce(names: readonly string[]): void {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
}

function toldOtherwise(category: Category, facts: readonly Fact[], places: Iterator<number>): readonly Fact[] {
  if (!readsTellingAtOneInstant.includes(category)) return shuffled(facts, places)
  return shuffled([...Map.groupBy(facts, ({ occurredAt }) => occurredAt).values()], places).flat()
}

/** In a fixed sequence: which limit, thing or scope is named first says nothing. */
function inSequence(things: readonly (Timer | Measurement)[]) {
  const texts = things.map((thing) => {
    const sorted = 'scopes' in thing ? { ...thing, scopes: thing.scopes.toSorted() } : thing
    return JSON.stringify(Object.entries(sorted).toSorted())
  })
  return texts.toSorted()
}

function unnumbered(measurements: readonly Measurement[]): readonly Measurement[] {
  return measurements.map((measurement) => ({ ...measurement, item: '' }))
}

function sameInAnyOrder({ reckoning, mixtures }: World, ledgerOf: typeof ledgerFor) {
  return fc.property(mixtures, draws, (told, places) => {
    for (const { category, facts } of told) {
      const ledger = ledgerOf({ category })
      const inOrder = stateOf(ledger, facts)
      const otherwise = stateOf(ledger, toldOtherwise(category, facts, places))
      const measured = (state: unknown) => {
        const measurements = ledger.measurements(state, reckoning)
        return inSequence(numbersAsTold.includes(category) ? unnumbered(measurements) : measurements)
      }
      expect(measured(otherwise)).toEqual(measured(inOrder))
      expect(inSequence(ledger.timers(otherwise, reckoning))).toEqual(inSequence(ledger.timers(inOrder, reckoning)))
    }
  })
}

describe.each([shippedWorld, waitingWorld])('any stream under $name', (world) => {
  const { reckoning, mixtures } = world

  it('names its limits and things apart, and ends none both ways: replay finds each again (N1)', () => {
    fc.assert(
      fc.property(mixtures, (told) => {
        for (const { category, facts } of told) {
          const ledger = ledgerFor({ category })
          const state = stateOf(ledger, facts)
          const timers = ledger.timers(state, reckoning)
          expect(timers.filter(({ stoppedAt, voidedAt }) => stoppedAt !== null && voidedAt !== null)).toEqual([])
          expectEachOnce(timers.map(limitName))
          expectEachOnce(ledger.measurements(state, reckoning).map(thingName))
        }
      }),
      RUNS,
    )
  })

  it('told in another order limits and measures the same: late entries equal replay (N1)', () => {
    fc.assert(sameInAnyOrder(world, ledgerFor), RUNS)
  })
})

describe('the comparison of orders (N1)', () => {
  it('finds a ledger that keeps what was told last', () => {
    const lastTold: Ledger<Fact | null> = {
      shape: 1,
      initial: null,
      record: (_, fact) => fact,
      timers: () => [],
      measurements: (last) => (last === null ? [] : [oneThing('KPI-13', null, last.occurredAt, [])]),
    }
    expect(
      fc.check(
        sameInAnyOrder(shippedWorld, () => lastTold),
        RUNS,
      ),
    ).toMatchObject({ failed: true })
  })
})

describe('the mixtures (N1)', () => {
  const sampled = { numRuns: 300, seed: 1 }
  const all = Object.values(historiesByCategory).flatMap((histories) => fc.sample(histories, sampled))
  const partsOf = (world: World) => new Set(measurementsOf(all, world).map(({ kpi, part }) => `${kpi} ${part}`))

  it('measure every KPI but the one that is gathered from the rows of others (KPI-39)', () => {
    const measured = new Set(measurementsOf(all, shippedWorld).map(({ kpi }) => kpi))
    expect(kpis.map(({ id }) => id).filter((id) => !measured.has(id))).toEqual(['KPI-39'])
  })

  it('wait where policy lets them (C40)', () => {
    const part = 'KPI-17 complaint.handle.withoutPauses'
    expect([partsOf(shippedWorld).has(part), partsOf(waitingWorld).has(part)]).toEqual([false, true])
  })
})
