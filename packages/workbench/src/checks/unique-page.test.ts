import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { testsNaming } from './coverage-evidence.ts'
import { readServiceGraphs } from './service-graphs.ts'
import { uniquePage, uniqueThings, unraced } from './unique-page.ts'

const code = { id: 'product.code', what: 'product: code', rule: 'ORD-3', by: 'ids' }
const race = testsNaming([['a.test.ts', `it('makes one (ORD-3, product.code)', () => {})`]])

describe('what is unique', () => {
  it('is what the aggregates declare, and what follows from ids', async () => {
    const things = uniqueThings((await readServiceGraphs(repositoryRoot)).flatMap(({ graphs }) => graphs))
    const ids = things.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['lot.number', 'product.code', 'survey.answer']))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stands on the page with its race', () => {
    expect(uniquePage([code], race)).toMatch(/`product\.code` *\| product: code *\| ORD-3 .*makes one/)
  })

  it('is a fault without a race', () => {
    expect(unraced([code], race)).toEqual([])
    expect(unraced([code], testsNaming([]))).toHaveLength(1)
  })
})
