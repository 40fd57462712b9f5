import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  buildsOfVersion,
  isCurrent,
  isOtherCode,
  type ProjectionRegister,
  readableBuildOf,
  registerFor,
  switchedIn,
  withNext,
} from './register.ts'

const now = new Date('2026-02-13T09:00:00Z')
const projection = (version: number) => ({
  ...{ name: 'orders.facts', version, collections: [{ name: 'facts' }] },
  handlers: { LicenceVerified: null, LicenceRecorded: null },
})
const handles = ['LicenceRecorded', 'LicenceVerified']
const build = (version: number, number: number) => ({
  ...{ version, number, collections: ['facts'], handles },
  ...(number > 1 ? { isApart: true } : {}),
})
const register = (changes: Partial<ProjectionRegister>): ProjectionRegister => ({
  _id: 'orders.facts',
  ...{ current: null, catchingUp: null, retired: [], lastNumber: 0, ...changes },
})
const atStart = { isStart: true, isAdopted: false, now }
const later = { ...atStart, isStart: false }

describe('a projection that nobody has heard of', () => {
  it('begins to catch up, and what there is of it is what readers see', () => {
    const begun = registerFor(null, projection(1), atStart)
    expect(begun).toEqual(register({ catchingUp: build(1, 1), lastNumber: 1 }))
    expect(readableBuildOf(begun)).toEqual(build(1, 1))
    expect(isCurrent(begun, 1)).toBe(false)
  })

  it('is current from the outset where it has cursors from before there were versions', () => {
    const adopted = registerFor(null, projection(1), { ...atStart, isAdopted: true })
    expect(adopted).toEqual(register({ current: build(1, 1), lastNumber: 1 }))
    expect(isCurrent(adopted, 1)).toBe(true)
  })

  it('keeps what it was, and catches up beside it, where its code is newer already', () => {
    const adopted = registerFor(null, projection(2), { ...atStart, isAdopted: true })
    expect(adopted).toEqual(register({ current: build(1, 1), catchingUp: build(2, 2), lastNumber: 2 }))
  })
})

describe('a version that was raised', () => {
  const current = register({ current: build(1, 1), lastNumber: 1 })
  const raised = registerFor(current, projection(2), atStart)

  it('catches up beside what readers see', () => {
    expect(raised).toEqual(register({ current: build(1, 1), catchingUp: build(2, 2), lastNumber: 2 }))
    expect(readableBuildOf(raised)).toEqual(build(1, 1))
    expect(buildsOfVersion(raised, 2)).toEqual([build(2, 2)])
    expect(isCurrent(raised, 2)).toBe(false)
  })

  it('takes its place when it is level, and the older build is retired', () => {
    const switched = switchedIn(raised, now)
    expect(switched).toEqual(
      register({ current: build(2, 2), retired: [{ ...build(1, 1), retiredAt: now }], lastNumber: 2 }),
    )
    expect(isCurrent(switched, 2)).toBe(true)
  })

  it('is given up when its code is taken back before that', () => {
    const takenBack = registerFor(raised, projection(1), atStart)
    expect(takenBack.current).toEqual(build(1, 1))
    expect(takenBack.catchingUp).toBeNull()
    expect(takenBack.retired).toEqual([{ ...build(2, 2), retiredAt: now }])
  })

  it('is built anew, from the first event on, when its code is taken back after that', () => {
    const takenBack = registerFor(switchedIn(raised, now), projection(1), atStart)
    expect(takenBack.current).toEqual(build(2, 2))
    expect(takenBack.catchingUp).toEqual(build(1, 3))
  })

  it('is left alone by a process of the older release that was there before', () => {
    expect(registerFor(raised, projection(1), later)).toBe(raised)
    const switched = switchedIn(raised, now)
    expect(registerFor(switched, projection(1), later)).toBe(switched)
  })

  it('is asked for again by a process of the newer release when an older one, starting anew, gave it up', () => {
    const givenUp = registerFor(raised, projection(1), atStart)
    const asked = registerFor(givenUp, projection(2), later)
    expect(asked.catchingUp).toEqual(build(2, 3))
    expect(registerFor(asked, projection(1), later)).toBe(asked)
  })
})

describe('a build of the same version', () => {
  it('takes the place of the one that is there, with another number', () => {
    const again = withNext(register({ current: build(2, 2), lastNumber: 2 }), projection(2), now)
    expect(isCurrent(again, 2)).toBe(false)
    expect(buildsOfVersion(again, 2)).toEqual([build(2, 2), build(2, 3)])
    expect(switchedIn(again, now).current).toEqual(build(2, 3))
  })
})

describe('code that changed without its version', () => {
  const known = register({ current: build(1, 1), catchingUp: build(2, 2), lastNumber: 2 })
  const more = { LicenceVerified: null, LicenceRecorded: null, LicenceRevoked: null }

  it('is told by the events that it handles and by what it keeps, of its own version alone', () => {
    expect(isOtherCode(known, projection(2))).toBe(false)
    expect(isOtherCode(known, { ...projection(2), handlers: more })).toBe(true)
    expect(isOtherCode(known, { ...projection(1), collections: [] })).toBe(true)
    expect(isOtherCode(known, { ...projection(3), handlers: more })).toBe(false)
  })

  it('cannot be told of a build that was begun before this was written down', () => {
    const { handles: _, ...older } = build(1, 1)
    expect(isOtherCode(register({ current: older }), { ...projection(1), handlers: more })).toBe(false)
  })
})

describe('any order of releases that start, run on and become level', () => {
  const step = fc.record({ version: fc.integer({ min: 1, max: 3 }), isStart: fc.boolean(), isLevel: fc.boolean() })
  const runThrough = (steps: readonly { version: number; isStart: boolean; isLevel: boolean }[]) => {
    let known: ProjectionRegister | null = null
    for (const { version, isStart, isLevel } of steps) {
      known = registerFor(known, projection(version), { isStart, isAdopted: false, now })
      if (isLevel) known = switchedIn(known, now)
    }
    return known
  }

  it('gives no number twice and loses no build', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const known = runThrough(steps)
        const numbers = [known?.current, known?.catchingUp, ...(known?.retired ?? [])].flatMap(
          (each) => each?.number ?? [],
        )
        const given = Array.from({ length: known?.lastNumber ?? 0 }, (_, index) => index + 1)
        expect(numbers.toSorted((a, b) => a - b)).toEqual(given)
      }),
    )
  })

  it('comes to rest at the release that starts last', () => {
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 3 }), (steps, version) => {
        const started = registerFor(runThrough(steps), projection(version), atStart)
        const levelled = switchedIn(started, now)
        expect(isCurrent(levelled, version)).toBe(true)
        expect(registerFor(levelled, projection(version), later)).toBe(levelled)
      }),
    )
  })
})
