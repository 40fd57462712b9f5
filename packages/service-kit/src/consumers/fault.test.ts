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
  it.each([
    ['an absent database', new mongo.MongoNetworkError('lost')],
    ['an absent Kafka', new KafkaError('away')],
    ['anything that one of these caused', new Error('outer', { cause: new KafkaError('away') })],
  ])('passes by itself, and never counts towards parking, when it is %s', (_name, error) => {
    expect(isTransient(error)).toBe(true)
  })

  it.each([
    ['a defect', new TypeError('undefined is not a function')],
    ['a refusal of the store', new ServiceError('NOT_FOUND', 'no such order')],
  ])('stays when it is %s', (_name, error) => {
    expect(isTransient(error)).toBe(false)
  })
})
