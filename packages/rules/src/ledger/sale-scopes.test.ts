import { describe, expect, it } from '@jest/globals'
import { salePartiesOf, saleScopes } from './sale-scopes.ts'

describe('a sale', () => {
  it('counts for its customer, salesperson and team', () => {
    const scopes = ['customer:c', 'person:s', 'team:t']
    expect(saleScopes({ customerId: 'c', salespersonId: 's', teamId: 't' })).toEqual(scopes)
  })

  it('counts only for those who are known', () => {
    expect(saleScopes({ customerId: 'c', salespersonId: null, teamId: null })).toEqual(['customer:c'])
  })

  it('is kept with its parties and nothing else', () => {
    const data = { customerId: 'c', salespersonId: 's', teamId: null, phone: '1' }
    expect(salePartiesOf(data)).toEqual({ customerId: 'c', salespersonId: 's', teamId: null })
  })
})
