import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Cursor, planChunk, START, standingOf } from './cursor.ts'
import { chainOf } from './fixtures/event-chain.ts'

const at = (version: number, parkedCode: string | null = null): Cursor => ({ version, parkedCode })

describe('an event', () => {
  it.each([
    ['DUPLICATE', at(5), 5],
    ['DUPLICATE', at(5), 1],
    ['NEXT', at(5), 6],
    ['NEXT', START, 1],
    ['GAP', at(5), 7],
    ['GAP', START, 2],
    ['WAITS', at(5, 'TypeError'), 6],
    ['WAITS', at(5, 'TypeError'), 9],
    ['DUPLICATE', at(5, 'TypeError'), 5],
    ['AWAITED', at(5, 'GAP'), 6],
    ['WAITS', at(5, 'GAP'), 7],
  ] as const)('is %s for a cursor at %j when its version is %i', (standing, cursor, version) => {
    expect(standingOf(cursor, { version })).toBe(standing)
  })
})

describe('a chunk of events', () => {
  const stream = 'customer-00000000-0000-4000-8000-000000000000'
  const chain = chainOf(stream, 12)

  it('is applied from where the cursor is, whatever is repeated in it', () => {
    const starts = fc.array(fc.nat({ max: 11 }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.nat({ max: 12 }), starts, (version, repeats) => {
        const messages = [...repeats.flatMap((from) => chain.slice(from, version)), ...chain]
        const plan = planChunk(messages, new Map([[stream, at(version)]]))
        expect(plan?.next.map((event) => event.version)).toEqual(chain.slice(version).map((event) => event.version))
        expect(plan?.versions.get(stream)).toBe(version === 12 ? undefined : 12)
      }),
    )
  })

  it('is not planned as a whole when an event is missing, or is the missing one', () => {
    expect(planChunk(chain.slice(1), new Map())).toBeNull()
    expect(planChunk(chain.slice(3), new Map([[stream, at(3, 'GAP')]]))).toBeNull()
  })

  it('waits behind a parked stream while others go on', () => {
    const other = chainOf('customer-00000000-0000-4000-8000-000000000001', 2)
    const plan = planChunk([...chain.slice(4), ...other], new Map([[stream, at(3, 'TypeError')]]))
    expect(plan?.waiting).toEqual(chain.slice(4))
    expect(plan?.next).toEqual(other)
  })
})
