import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { collectionNameOf, consumerOf, FIRST_BUILD, groupOf, projectionOf } from './build.ts'

const name = 'orders.customer-facts'
const anyBuild = fc.record({ version: fc.integer({ min: 1, max: 99 }), number: fc.integer({ min: 1, max: 99 }) })
const anyName = fc.stringMatching(/^[a-z]+\.[a-z-]+$/)

describe('the first build of a projection', () => {
  it('keeps the names that were used before there were builds', () => {
    expect(collectionNameOf('customerFacts', FIRST_BUILD)).toBe('customerFacts')
    expect(consumerOf(name, FIRST_BUILD)).toBe(name)
  })

  it('reads with a group of its own', () => {
    expect(groupOf(name, FIRST_BUILD)).toBe('afterline.orders.customer-facts.v1')
  })
})

describe('a later build', () => {
  const later = { version: 2, number: 3 }

  it('has collections, cursors and a group that tell version and number', () => {
    expect(collectionNameOf('customerFacts', later)).toBe('customerFacts.v2.b3')
    expect(consumerOf(name, later)).toBe('orders.customer-facts.v2.b3')
    expect(groupOf(name, later)).toBe('afterline.orders.customer-facts.v2.b3')
  })
})

it('people know every build by the name of its projection', () => {
  fc.assert(
    fc.property(anyName, anyBuild, (projection, build) => projectionOf(consumerOf(projection, build)) === projection),
  )
})

it('no two builds of a projection share a group', () => {
  fc.assert(
    fc.property(anyBuild, anyBuild, (one, other) => {
      fc.pre(one.number !== other.number)
      return groupOf(name, one) !== groupOf(name, other)
    }),
  )
})
