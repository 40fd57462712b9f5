import { describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import { isCommitUnknown, isDatabaseAway, isPassing } from './database-faults.ts'
import { ServiceError } from './service-error.ts'

const labelled = (label: string) => new mongo.MongoServerError({ errorLabels: [label], code: 1 })
const ofSystem = (code: string) => Object.assign(new Error(`write ${code}`), { code, syscall: 'write', errno: -32 })
const endless = new Error('outer')
endless.cause = endless

const away = [
  ['a lost connection', new mongo.MongoNetworkError('lost')],
  ['a connection that timed out', new mongo.MongoNetworkTimeoutError('lost')],
  ['a client that is closed', new mongo.MongoNotConnectedError('closed')],
  ['a primary that stepped down', new mongo.MongoServerError({ code: 10_107 })],
  ['a server that shuts down', new mongo.MongoServerError({ code: 91 })],
  ['a write to a closed socket, as the system tells it', ofSystem('EPIPE')],
  ['a connection that was reset, as the system tells it', ofSystem('ECONNRESET')],
  ['a store that is not connected', new ServiceError('NOT_CONNECTED', 'away')],
  ['anything that one of these caused', new Error('outer', { cause: new mongo.MongoNetworkError('lost') })],
] as const
const conflicts = [
  ['a conflict of transactions', labelled('TransientTransactionError')],
  ['a write conflict without a label', new mongo.MongoServerError({ code: 112 })],
  ['a transaction that a new server does not know', new mongo.MongoServerError({ code: 251 })],
  ['a cursor that a new server does not know', new mongo.MongoServerError({ code: 43 })],
  ['a store that stayed busy', new ServiceError('BUSY', 'conflicts')],
] as const
const lasting = [
  ['a defect', new TypeError('undefined is not a function')],
  ['a duplicate key', new mongo.MongoServerError({ code: 11_000 })],
  ['a refusal of the store', new ServiceError('NOT_FOUND', 'no such order')],
  ['a file that is not there', ofSystem('ENOENT')],
  ['an error that is its own cause', endless],
  ['no error', 'EPIPE'],
] as const

describe('a fault', () => {
  it.each(away)('means that the database is away when it is %s', (_, error) => {
    expect([isDatabaseAway(error), isPassing(error)]).toEqual([true, true])
  })

  it.each(conflicts)('passes, with the database there, when it is %s', (_, error) => {
    expect([isDatabaseAway(error), isPassing(error)]).toEqual([false, true])
  })

  it.each(lasting)('stays when it is %s', (_, error) => {
    expect([isDatabaseAway(error), isPassing(error)]).toEqual([false, false])
  })
})

describe('a commit', () => {
  it.each([
    ['its answer was lost', new mongo.MongoNetworkError('lost')],
    ['the driver says so', labelled('UnknownTransactionCommitResult')],
    ['the driver itself stumbled', new TypeError('error.hasErrorLabel is not a function')],
  ])('may have taken effect when %s', (_, error) => {
    expect(isCommitUnknown(error)).toBe(true)
  })

  it.each([
    ['another was faster', labelled('TransientTransactionError')],
    ['a unique value is taken', new mongo.MongoServerError({ code: 11_000 })],
  ])('has not when %s', (_, error) => {
    expect(isCommitUnknown(error)).toBe(false)
  })
})
