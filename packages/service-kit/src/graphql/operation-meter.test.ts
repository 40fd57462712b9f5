import { ApolloServer } from '@apollo/server'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { metricsText, startMetrics } from '../telemetry/metrics.ts'
import { meterOperations } from './operation-meter.ts'
import { requestError } from './request-error.ts'

const resolvers = {
  Query: {
    order: () => 'SO-1',
    contract: () => {
      throw requestError('FORBIDDEN')
    },
    complaint: () => {
      throw new Error('the database is gone')
    },
  },
}

/** How many operations were counted under a root field with an outcome. */
async function counted(field: string, outcome: string): Promise<number> {
  const labels = `afterline_operation="${field}",afterline_outcome="${outcome}"`
  const line = (await metricsText()).split('\n').find((each) => {
    return each.startsWith('afterline_operation_duration_count{') && each.includes(labels)
  })
  return Number(line?.split(' ').at(-1) ?? 0)
}

describe('operations of a graph', () => {
  let server: ApolloServer
  beforeAll(() => {
    startMetrics('graph')
    server = new ApolloServer({
      typeDefs: 'type Query { order: String, contract: String, complaint: String }',
      resolvers,
      plugins: [meterOperations()],
    })
  })

  it('are counted under each root field, whatever its alias', async () => {
    await server.executeOperation({ query: '{ mine: order, yours: order }' })
    expect(await counted('order', 'ok')).toBe(1)
  })

  it('are refused by what the caller did, and fail by what we did', async () => {
    await server.executeOperation({ query: '{ contract }' })
    await server.executeOperation({ query: '{ complaint }' })
    expect(await counted('contract', 'refused')).toBe(1)
    expect(await counted('complaint', 'failed')).toBe(1)
  })

  it('that the schema does not have make no labels', async () => {
    await server.executeOperation({ query: '{ guessed }' })
    expect(await metricsText()).not.toContain('guessed')
  })
})
