import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { masterKeysOf } from './master-keys.ts'

const [one, other] = [randomBytes(32), randomBytes(32)]
const secret = randomBytes(32)
const CUSTOMER = 'customer-1'
const underOne = { _id: CUSTOMER, ...masterKeysOf({ masterKey: one }).wrap(secret, CUSTOMER) }
/** As earlier releases wrote it. */
const { masterKey: _, ...nameless } = underOne

describe('a wrapped key', () => {
  it('says which master key it is under, without telling anything of that', () => {
    expect(underOne.masterKey).toMatch(/^[0-9a-f]{16}$/)
    expect(underOne.masterKey).toBe(masterKeysOf({ masterKey: Buffer.from(one) }).current)
    expect(underOne.masterKey).not.toBe(masterKeysOf({ masterKey: other }).current)
    expect(one.toString('hex')).not.toContain(underOne.masterKey)
  })

  it.each([
    ['present', { masterKey: one }],
    ['former', { masterKey: other, otherMasterKeys: [one] }],
  ])('is opened by the %s master key, also if it does not name it', (_which, secrets) => {
    expect(masterKeysOf(secrets).unwrap(underOne)).toEqual(secret)
    expect(masterKeysOf(secrets).unwrap(nameless)).toEqual(secret)
  })

  it.each([
    ['under a master key that is not there', underOne],
    ['under one that it does not name', nameless],
  ])('%s is not opened, and the fault names keys and no customer', (_which, key) => {
    const { unwrap, current } = masterKeysOf({ masterKey: other })
    expect(() => unwrap(key)).toThrow(expect.objectContaining({ code: 'KEY_INVALID', retryable: false }))
    expect(() => unwrap(key)).toThrow(current)
    expect(() => unwrap(key)).not.toThrow(CUSTOMER)
  })

  it.each([
    ['of somebody else', { ...underOne, _id: 'customer-2' }],
    ['that was altered', { ...underOne, wrapped: `${underOne.wrapped.slice(0, -4)}AAAA` }],
    ['of another form', { ...underOne, wrapped: underOne.wrapped.replace(/^1/, '2') }],
  ])('%s is not opened', (_which, key) => {
    expect(() => masterKeysOf({ masterKey: one }).unwrap(key)).toThrow('a data key')
  })

  it('that is erased is nothing', () => {
    expect(masterKeysOf({ masterKey: one }).unwrap({ _id: CUSTOMER, wrapped: null })).toBeNull()
  })
})

describe('what is wrapped anew', () => {
  it('is under the present master key alone, whatever others there are', () => {
    const keys = masterKeysOf({ masterKey: other, otherMasterKeys: [one] })
    const again = { _id: CUSTOMER, ...keys.wrap(secret, CUSTOMER) }
    expect(masterKeysOf({ masterKey: other }).unwrap(again)).toEqual(secret)
    expect(() => masterKeysOf({ masterKey: one }).unwrap(again)).toThrow('a data key')
  })
})
