import { describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import { KafkaError } from '../kafka/kafka-port.ts'
import { ServiceError } from '../store/service-error.ts'
import { faultOf } from './fault.ts'
import { isTransient } from './transient.ts'

describe('an error as it is kept', () => {
  it('keeps the words of our own faults, which hold no data', () => {
    expect(faultOf(new ServiceError('NOT_FOUND', 'there is no such order'))).toEqual({
      code: 'NOT_FOUND',
      message: 'there is no such order',
    })
  })

  it('keeps name and place of others, whose words may quote what they failed on', () => {
    const fault = faultOf(new TypeError('cannot read Zhang San of undefined'))
    expect(fault.code).toBe('TypeError')
    expect(fault.message).toMatch(/^TypeError at .*fault\.test\.ts:\d+:\d+/)
    expect(fault.message).not.toMatch(/Zhang|\//)
  })

  it('says so when it is no error at all', () => {
    expect(faultOf('text').code).toBe('UNKNOWN')
  })
})

describe('a fault', () => {
  const labelled = new mongo.MongoServerError({ errorLabels: ['TransientTransactionError'], code: 1 })
  it.each([
    ['a lost connection', new mongo.MongoNetworkError('lost')],
    ['a primary that stepped down', new mongo.MongoServerError({ code: 10_107 })],
    ['a conflict of transactions', labelled],
    ['an absent Kafka', new KafkaError('away')],
    ['a store that stayed busy', new ServiceError('BUSY', 'conflicts')],
    ['anything that one of these caused', new Error('outer', { cause: labelled })],
  ])('passes by itself when it is %s', (_name, error) => {
    expect(isTransient(error)).toBe(true)
  })

  it.each([
    ['a defect', new TypeError('undefined is not a function')],
    ['a duplicate key', new mongo.MongoServerError({ code: 11_000 })],
    ['a refusal of the store', new ServiceError('NOT_FOUND', 'no such order')],
    ['no error', 'text'],
  ])('stays when it is %s', (_name, error) => {
    expect(isTransient(error)).toBe(false)
  })
})
