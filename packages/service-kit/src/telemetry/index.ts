export { flushTelemetry } from './flush.ts'
export { metricsText } from './metrics.ts'
export { activeTraceparent, contextOfTraceparent } from './traceparent.ts'
