import type { KpiId } from '@afterline/rules'

/**
 * The key figures that each context answers for in the graph. The rules compute more: a figure is served once the facts
 * behind it are events of a service, and the same list tells a replay which figures to compare.
 */
export const servedKpis = {
  customers: ['KPI-30'],
  orders: ['KPI-1', 'KPI-3', 'KPI-4', 'KPI-9', 'KPI-10', 'KPI-32', 'KPI-40'],
  'after-sales': ['KPI-13', 'KPI-14', 'KPI-15', 'KPI-17'],
  surveys: ['KPI-23', 'KPI-24'],
} as const satisfies Readonly<Record<string, readonly KpiId[]>>
