export { kpiTable } from './commands/kpi-text.ts'
export { readKpis } from './commands/kpis.ts'
export { createGraphClient, type GraphClient, type GraphClientOptions, GraphError } from './graph-client.ts'
