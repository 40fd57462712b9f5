import { recordKinds } from '@afterline/service-kit'
import { expect, it } from '@jest/globals'
import { graphs as afterSales } from '../services/after-sales/src/graphs.ts'
import { graphs as customers } from '../services/customers/src/graphs.ts'
import { graphs as orders } from '../services/orders/src/graphs.ts'
import { graphs as surveys } from '../services/surveys/src/graphs.ts'

it('who reads records of each kind is the same where they are kept and where they are only followed (SEC-2)', () => {
  const declared = [...customers, ...orders, ...afterSales, ...surveys].map(({ aggregate, audience, ownerOf }) => [
    aggregate.category,
    { audience, isOwned: aggregate.row !== undefined || ownerOf !== undefined },
  ])
  expect(Object.fromEntries(declared)).toEqual(recordKinds)
})
