import { describe, expect, it } from '@jest/globals'
import { isScope } from './scope.ts'

const ID = '0190a0b0-0000-7000-8000-00000000000f'

describe('a scope', () => {
  it.each([
    'company',
    `customer:${ID}`,
    `product:${ID}`,
    `lot:${ID}`,
    'person:sales-1',
    'person:王芳',
    'team:north: night',
    'channel:ONLINE',
  ])('can be %s', (text) => {
    expect(isScope(text)).toBe(true)
  })

  it.each([
    '',
    ' ',
    ':',
    'Company',
    'company ',
    'company:',
    `company:${ID}`,
    'customer',
    'customer:',
    `Customer:${ID}`,
    `client:${ID}`,
    `customer:${ID.toUpperCase()}`,
    `customer: ${ID}`,
    `customer:${ID}x`,
    `customer:${ID.slice(1)}`,
    'customer:valley clinic',
    'person:',
    'person: ',
    'person:sales-1 ',
    'person:\ud800',
    `person:${'x'.repeat(201)}`,
    'constructor:x',
    '__proto__:x',
  ])('cannot be %j: nothing would ever be counted of it', (text) => {
    expect(isScope(text)).toBe(false)
  })
})
