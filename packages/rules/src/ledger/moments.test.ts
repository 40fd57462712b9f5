import { describe, expect, it } from '@jest/globals'
import { hour } from './fixtures.ts'
import { type Moment, stateAt } from './moments.ts'

interface Told extends Moment {
  readonly kind: 'FIRST' | 'SECOND'
  readonly text: string
}

const told = (at: number, kind: Told['kind'], text: string): Told => ({ kind, at: hour(at), text })
const order = { FIRST: 0, SECOND: 1 } as const
const after = (state: string | null, { text }: Told) => (text === 'none' ? null : `${state ?? ''}${text}`)

const textAt = (at: number, ...moments: readonly Told[]) => {
  const texts = [moments, moments.toReversed()].map((all) => stateAt(all, hour(at), { order, after }))
  expect(texts[0]).toBe(texts[1])
  return texts[0]
}

describe('what moments leave behind', () => {
  it('is nothing before the first one', () => {
    expect(textAt(0)).toBeNull()
    expect(textAt(0, told(1, 'FIRST', 'a'))).toBeNull()
  })

  it('follows time, the instant itself included, whatever the order of telling', () => {
    const moments = [told(2, 'FIRST', 'b'), told(1, 'SECOND', 'a'), told(3, 'FIRST', 'c')]
    expect([1, 2, 3].map((at) => textAt(at, ...moments))).toEqual(['a', 'ab', 'abc'])
  })

  it('follows the order of kinds at one instant', () => {
    expect(textAt(1, told(1, 'SECOND', 'a'), told(1, 'FIRST', 'b'))).toBe('ba')
  })

  it('is the same for what contradicts itself, told in either order', () => {
    expect(textAt(1, told(1, 'FIRST', 'b'), told(1, 'FIRST', 'a'))).toBe('ab')
    expect(textAt(1, told(1, 'FIRST', 'a'), told(1, 'FIRST', 'a'))).toBe('aa')
  })

  it('may be nothing again', () => {
    expect(textAt(2, told(1, 'FIRST', 'a'), told(2, 'FIRST', 'none'))).toBeNull()
  })
})
