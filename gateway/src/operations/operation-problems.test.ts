import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { operationProblems } from './operation-problems.ts'

const schema = buildSchema(
  'type Query { order(id: ID!): Order } type Order { id: ID! } type Mutation { cancel: Order }',
)
const good = { id: '1', name: 'One', type: 'query', body: 'query One($id: ID!) { order(id: $id) { id } }' } as const

describe('an operation of a manifest', () => {
  it('is without problems where the schema answers it, twice in two manifests, too', () => {
    expect(operationProblems(schema, [good, good])).toEqual([])
  })

  it.each([
    ['asks for what is not there', { ...good, body: 'query One { emperor }' }, /"emperor"/],
    ['cannot be read', { ...good, body: 'query One {' }, /Syntax Error/],
    ['has another name', { ...good, name: 'Two' }, /not the one query of this name/],
    ['is of another kind', { ...good, type: 'mutation' as const }, /not the one mutation of this name/],
    ['is two', { ...good, body: `${good.body} query Two { order(id: 1) { id } }` }, /not the one query/],
    ['is none', { ...good, body: 'fragment One on Order { id }' }, /not the one query/],
    ['is longer than any the gateway reads', { ...good, body: `query One { ${'a '.repeat(1_500)} }` }, /tokens/],
  ])('that %s is told by its name', (_what, operation, problem) => {
    const problems = operationProblems(schema, [good, { ...operation, id: '2' }])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatch(problem)
    expect(problems.every((each) => each.startsWith(`${operation.name} (2): `))).toBe(true)
  })

  it('is told where its id is that of another', () => {
    const other = { ...good, body: 'query One { order(id: 1) { id } }' }
    expect(operationProblems(schema, [good, other])).toEqual(['One (1): its id is that of another operation'])
  })
})
