import { describe, expect, it } from '@jest/globals'
import { categories, categoryOf, contextOfStream } from './categories.ts'

describe('the categories of streams', () => {
  it('each have a prefix of three capital letters of their own', () => {
    const prefixes = Object.values(categories).map(({ prefix }) => prefix)
    expect(prefixes.filter((prefix) => !/^[A-Z]{3}$/.test(prefix))).toEqual([])
    expect(new Set(prefixes).size).toBe(prefixes.length)
  })

  it('have no dash, which ends them within the name of a stream', () => {
    expect(Object.keys(categories).filter((name) => name.includes('-'))).toEqual([])
  })

  it('share no event type', () => {
    const owned = Object.entries(categories).flatMap(([name, { events }]) =>
      [...new Set(events.map(({ type }) => type))].map((type) => ({ name, type })),
    )
    expect(new Set(owned.map(({ type }) => type)).size).toBe(owned.length)
  })
})

describe('a stream', () => {
  it('belongs to the category before its first dash, and to that one’s context', () => {
    expect(categoryOf('lot-0195b1f0-0000-7000-8000-000000000001')).toBe('lot')
    expect(contextOfStream('complaint-1')).toBe('after-sales')
  })

  it.each(['', 'invoice-1', 'constructor-1', 'lot'])('%j belongs to none', (stream) => {
    expect(() => contextOfStream(stream)).toThrow('no context owns stream')
  })
})
