import { readFileSync } from 'node:fs'
import { parseInstant } from '@afterline/rules'
import { ApolloServer } from '@apollo/server'
import { describe, expect, it } from '@jest/globals'
import type { GraphQLFormattedError } from 'graphql'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { ServiceError, type ServiceErrorCode, serviceErrors } from '../store/index.ts'
import { createErrorReporting } from './error-reporting.ts'
import { isRequestErrorCode, requestError, requestErrors } from './request-error.ts'

interface Context {
  readonly correlationId: string
}

/** What a client gets, and what the log holds, when a resolver throws. */
async function whenThrown(thrown: unknown, query = '{ field }') {
  const lines: string[] = []
  const log = pino({}, { write: (line) => lines.push(line) })
  const { formatError, plugin } = createErrorReporting<Context>(log, ({ correlationId }) => correlationId)
  const server = new ApolloServer<Context>({
    typeDefs: 'type Query { field: String }',
    resolvers: {
      Query: {
        field: () => {
          throw thrown
        },
      },
    },
    formatError,
    plugins: [plugin],
    includeStacktraceInErrorResponses: false,
  })
  const contextValue = { correlationId: 'request-1' }
  const { body } = await server.executeOperation({ query }, { contextValue })
  await server.stop()
  // Executed without @defer, so there is one result.
  const { errors = [] } = (body as { singleResult: { errors?: readonly GraphQLFormattedError[] } }).singleResult
  return { error: errors[0], answer: JSON.stringify(errors), log: lines.join('') }
}

describe('an error that nobody expected', () => {
  it('is INTERNAL for the client, who gets the id under which the log has it', async () => {
    const { error, answer, log } = await whenThrown(new Error('mongodb://admin:swordfish@db'))
    expect(error).toMatchObject({
      message: requestErrors.INTERNAL.en,
      path: ['field'],
      extensions: { code: 'INTERNAL', correlationId: 'request-1', message: { zh: requestErrors.INTERNAL.zh } },
    })
    expect(answer).not.toMatch(/swordfish|stack/)
    expect(log).toContain('swordfish')
    expect(log).toContain('"correlationId":"request-1"')
  })

  it.each([null, 'text', { code: 'FORBIDDEN' }])('may even be %j', async (thrown) => {
    expect((await whenThrown(thrown)).error?.extensions?.['code']).toBe('INTERNAL')
  })
})

describe('an error of ours', () => {
  it('passes with its code, both languages and what it tells', async () => {
    const thrown = requestError('FORBIDDEN', 'Ask finance.', { requiredRoles: ['FINANCE'], inside: 'secret' })
    const { error, answer, log } = await whenThrown(thrown)
    expect(error).toMatchObject({
      message: `${requestErrors.FORBIDDEN.en} Ask finance.`,
      extensions: { code: 'FORBIDDEN', requiredRoles: ['FINANCE'], retryable: false, correlationId: 'request-1' },
    })
    expect(answer).not.toContain('secret')
    expect(log).toBe('')
  })
})

describe('an error of the store', () => {
  const codes = Object.keys(serviceErrors) as ServiceErrorCode[]
  const insideOnly: Readonly<Record<string, string>> = {
    EVENT_INVALID: 'INTERNAL',
    KEY_INVALID: 'INTERNAL',
    STREAM_INCOMPLETE: 'INTERNAL',
    NOT_CONNECTED: 'SERVICE_UNAVAILABLE',
  }

  it.each(codes)('%s has a code that clients know', async (code) => {
    const { error } = await whenThrown(new ServiceError(code, 'details'))
    expect(error?.extensions?.['code']).toBe(insideOnly[code] ?? code)
    expect(isRequestErrorCode(error?.extensions?.['code'])).toBe(true)
    expect(error?.message.includes('details')).toBe(!(code in insideOnly))
  })

  it('names the field that it is about', async () => {
    const { error } = await whenThrown(new ServiceError('INPUT_INVALID', 'too long', { field: 'reason' }))
    expect(error?.extensions).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' })
  })
})

describe('a database that is away', () => {
  it.each([
    ['as the driver tells it', new mongoose.mongo.MongoNetworkError('connect ECONNREFUSED 10.0.0.1')],
    ['as the system tells it', Object.assign(new Error('write EPIPE to 10.0.0.1'), { code: 'EPIPE' })],
  ])('is SERVICE_UNAVAILABLE and may be tried again (%s)', async (_, fault) => {
    const { error } = await whenThrown(fault)
    expect(error?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true })
    expect(error?.message).not.toContain('10.0.0.1')
  })

  it('is BUSY where it is there, and others were faster', async () => {
    const { error } = await whenThrown(new mongoose.mongo.MongoServerError({ code: 112 }))
    expect(error?.extensions).toMatchObject({ code: 'BUSY', retryable: true })
  })
})

describe('text that somebody typed wrong', () => {
  it('is INPUT_INVALID and says what is wrong, without quoting it', async () => {
    const wrong = thrownBy(() => parseInstant('yesterday'))
    const { error } = await whenThrown(wrong)
    expect(error?.extensions?.['code']).toBe('INPUT_INVALID')
    expect(error?.message).toContain('INSTANT_INVALID')
    expect(error?.message).not.toContain('yesterday')
  })

  it('is not quoted back at length', async () => {
    const { answer } = await whenThrown(thrownBy(() => parseInstant('x'.repeat(100_000))))
    expect(answer.length).toBeLessThan(2_000)
  })

  it('is QUERY_INVALID where it is the query', async () => {
    expect((await whenThrown(null, '{ nothing }')).error?.extensions?.['code']).toBe('QUERY_INVALID')
    expect((await whenThrown(null, '{ field')).error?.extensions?.['code']).toBe('QUERY_INVALID')
  })
})

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  it.each(Object.entries(requestErrors))('explains %s', (code, { en, status }) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${code}\` `))
    expect(row?.split('|').map((cell) => cell.trim())).toEqual(expect.arrayContaining([en, String(status)]))
  })
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
