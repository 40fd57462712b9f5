import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { MongoDBInstrumentation } from '@opentelemetry/instrumentation-mongodb'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { NodeSDK } from '@opentelemetry/sdk-node'
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace'
import { prometheusExporter } from './metrics.ts'

/** Probes would drown the traces that matter. */
const UNTRACED_PATHS = ['/health/live', '/health/ready', '/metrics']

/**
 * Starts traces and metrics of the process. Spans leave it only where a collector is configured
 * (`OTEL_EXPORTER_OTLP_ENDPOINT`); the trace context travels in any case.
 */
export function startTelemetry(serviceName: string): void {
  const hasCollector = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] !== undefined
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({ 'service.name': `afterline-${serviceName}` }),
    spanProcessors: hasCollector ? [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })] : [],
    metricReaders: [prometheusExporter],
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => UNTRACED_PATHS.includes(url ?? ''),
      }),
      // Resolver spans cost more than they tell; statements may hold personal data.
      new GraphQLInstrumentation({ ignoreResolveSpans: true, ignoreTrivialResolveSpans: true }),
      new MongoDBInstrumentation({ enhancedDatabaseReporting: false }),
    ],
  })
  sdk.start()
}
