import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { MongoDBInstrumentation } from '@opentelemetry/instrumentation-mongodb'
import { envDetector, resourceFromAttributes, serviceInstanceIdDetector } from '@opentelemetry/resources'
import { NodeSDK } from '@opentelemetry/sdk-node'
import { BatchSpanProcessor, NoopSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace'
import { prometheusReader } from './metrics.ts'

/** Probes would drown the traces that matter. */
const UNTRACED_PATHS = ['/health/live', '/health/ready', '/metrics']

/**
 * Starts traces and metrics of the process. Spans leave it only where a collector is configured
 * (`OTEL_EXPORTER_OTLP_ENDPOINT`); the trace context travels in any case, into events and through Kafka.
 */
export function startTelemetry(serviceName: string): void {
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({ 'service.name': `afterline-${serviceName}` }),
    // The others would put the command line and paths of the machine on every metric.
    resourceDetectors: [envDetector, serviceInstanceIdDetector],
    spanProcessors: [spanExport()],
    metricReaders: [prometheusReader],
    logRecordProcessors: [],
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => UNTRACED_PATHS.includes(url ?? ''),
      }),
      // Resolver spans cost more than they tell; statements may hold personal data.
      new GraphQLInstrumentation({ ignoreResolveSpans: true, ignoreTrivialResolveSpans: true }),
      new MongoDBInstrumentation({ dbStatementSerializer: namesOfStatement }),
    ],
  })
  sdk.start()
}

/** What a span tells of a statement: its members without their values, whose writing took a sixth of an import's time. */
function namesOfStatement(statement: Readonly<Record<string, unknown>>): string {
  return Object.keys(statement).join(' ')
}

/** Without any processor there would be no tracer, and requests would carry no trace at all. */
function spanExport(): SpanProcessor {
  const hasCollector = (process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ?? '') !== ''
  return hasCollector ? new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }) : new NoopSpanProcessor()
}
