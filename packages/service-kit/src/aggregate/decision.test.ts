import { describe, expect, it } from '@jest/globals'
import { happens, missing } from './decision.ts'

const gate = [missing('CUS-1', { zh: '客户', en: 'customer' }, { customerId: 'c-1' })]
const other = [missing('TRC-4', { zh: '产品', en: 'product' }, { productId: 'p-1' })]

describe('a decision', () => {
  it('holds its events in their order, and what speaks against it from every gate', () => {
    const { events, violations } = happens('Drafted', { name: 'a' })
      .unless(gate)
      .and({ type: 'Accepted', data: { by: 'b' } })
      .unless([], other)
    expect(events).toEqual([
      { type: 'Drafted', data: { name: 'a' } },
      { type: 'Accepted', data: { by: 'b' } },
    ])
    expect(violations).toEqual([...gate, ...other])
  })
})

describe('what is missing', () => {
  it('is told by its name in both languages, and by the field that names it (CUS-1)', () => {
    expect(gate).toEqual([
      {
        rule: 'CUS-1',
        message: { zh: '没有这样的客户。', en: 'There is no such customer.' },
        path: ['customerId'],
        remedy: { zh: '请核对编号，或先登记客户。', en: 'Check the id, or record the customer first.' },
        facts: { customerId: 'c-1' },
      },
    ])
  })
})
