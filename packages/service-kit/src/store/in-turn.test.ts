import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inTurn } from './in-turn.ts'

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('work on records', () => {
  it('never runs beside other work on one of them, comes in the order it was asked for, and ends', async () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ ids, fails: fc.boolean() }), { maxLength: 12 }), async (works) => {
        const place = {}
        const busy = new Set<string>()
        const begun: number[] = []
        const outcomes = await Promise.allSettled(
          works.map((work, index) =>
            inTurn(place, work.ids, async () => {
              begun.push(index)
              expect(work.ids.filter((id) => busy.has(id))).toEqual([])
              for (const id of work.ids) busy.add(id)
              await soon()
              for (const id of work.ids) busy.delete(id)
              if (work.fails) throw new Error(`${index} failed`)
              return index
            }),
          ),
        )
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails))
        for (const id of ['a', 'b', 'c', 'd'] as const) {
          const on = begun.filter((index) => works[index]?.ids.includes(id))
          expect(on).toEqual(on.toSorted((one, other) => one - other))
        }
      }),
    )
  })

  it('does not wait for work on other records, nor on the same ones of another place', async () => {
    const place = {}
    let release: () => void = () => undefined
    const held = inTurn(place, ['a'], () => new Promise<void>((resolve) => (release = resolve)))
    expect(await inTurn(place, ['b'], async () => 'b')).toBe('b')
    expect(await inTurn({}, ['a'], async () => 'elsewhere')).toBe('elsewhere')
    release()
    await held
    expect(await inTurn(place, ['a'], async () => 'a')).toBe('a')
  })
})
