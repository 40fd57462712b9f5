import type { Context } from '@afterline/events'
import type { KpiId } from '@afterline/rules'
import { servedKpis } from '../bookkeeping/index.ts'

/** What a context adds to the entities that all share, by the names that the graph has for it. */
export interface PlatformPart {
  /** At the end of operators' fields and mutations. */
  readonly suffix: string
  /** Field of the scorecard. */
  readonly figures: string
  /** Field of the deadline board, and what its limits are about. */
  readonly board: { readonly field: string; readonly description: string } | null
}

export const platformParts: Readonly<Record<Context, PlatformPart>> = {
  customers: {
    suffix: 'Customers',
    figures: 'safekeeping',
    board: {
      field: 'backups',
      description: 'Limits of backups: the next one that can be restored (OPS-1). Soonest due first.',
    },
  },
  orders: {
    suffix: 'Orders',
    figures: 'sales',
    board: {
      field: 'orders',
      description:
        'Limits of orders: confirmation (ORD-1) and contract delivery of each line (DEL-1); of contracts: signing (CON-1). Soonest due first.',
    },
  },
  'after-sales': {
    suffix: 'AfterSales',
    figures: 'service',
    board: {
      field: 'complaints',
      description:
        'Limits of complaints: verification (CMP-2), opinion (CMP-5, CMP-6), handling (CMP-3), hand-over (CMP-4), soonest due first.',
    },
  },
  surveys: { suffix: 'Surveys', figures: 'satisfaction', board: null },
}

/** The figures that a context answers for. */
export function figuresOf(context: Context): readonly KpiId[] {
  return servedKpis[context]
}

/** The subgraph whose part of the shared entities begins them: it owns the queries. */
export const PLATFORM_OWNER: Context = 'orders'
