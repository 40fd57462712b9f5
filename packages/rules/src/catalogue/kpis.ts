import type { KpiEntry } from './kpi-entry.ts'
import { operationKpis } from './kpis-operation.ts'
import { salesKpis } from './kpis-sales.ts'
import { serviceKpis } from './kpis-service.ts'

const everyKpi = [...salesKpis, ...serviceKpis, ...operationKpis] as const

export type KpiId = (typeof everyKpi)[number]['id']

/** One KPI of the regulations. */
export interface Kpi extends KpiEntry {
  readonly id: KpiId
}

/** The 41 KPIs of the regulations, in their order. */
export const kpis: readonly Kpi[] = everyKpi
