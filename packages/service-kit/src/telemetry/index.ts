export { flushTelemetry } from './flush.ts'
export { metricsText } from './metrics.ts'
export { activeTraceparent } from './traceparent.ts'
