import { responsibleScopes } from './act.ts'

/** Whose sale something is: ids only. */
export interface SaleParties {
  readonly customerId: string
  readonly salespersonId: string | null
  /** The team that the salesperson then belonged to. */
  readonly teamId: string | null
}

/** The parties alone, of data that holds more: a stored ledger holds no more than it reads. */
export function salePartiesOf({ customerId, salespersonId, teamId }: SaleParties): SaleParties {
  return { customerId, salespersonId, teamId }
}

/** The scopes of the customer and of those who sell, where known. */
export function saleScopes({ customerId, salespersonId, teamId }: SaleParties): readonly string[] {
  return [`customer:${customerId}`, ...responsibleScopes(salespersonId, teamId)]
}
