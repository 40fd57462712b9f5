import { hasCollector } from './collector.ts'

// Must run before anything that is to be traced is imported: node --import ./…/telemetry/register.ts main.ts
const serviceName = `afterline-${process.env['AFTERLINE_SERVICE'] ?? 'afterline'}`
if (hasCollector(process.env)) {
  const { traceImports } = await import('./imports.ts')
  traceImports()
  const { startTracing } = await import('./tracing.ts')
  startTracing(serviceName)
}
// Later than the traces: their instrumentations would count into it as well, so that it differed with a collector.
const { startMetrics } = await import('./metrics.ts')
startMetrics(serviceName)
