import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql'
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http'
import { MongoDBInstrumentation } from '@opentelemetry/instrumentation-mongodb'
import { envDetector, resourceFromAttributes, serviceInstanceIdDetector } from '@opentelemetry/resources'
import { NodeSDK } from '@opentelemetry/sdk-node'
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace'
import { sampledRatio } from './collector.ts'

/** Probes would drown the traces that matter. */
const UNTRACED_PATHS = ['/health/live', '/health/ready', '/metrics']

/**
 * Starts the traces of the process, for the collector that the environment names. Whether a trace is collected is decided
 * once, where it begins, and travels with it through HTTP, events and Kafka. Metrics are not its business.
 */
export function startTracing(serviceName: string): void {
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    // The others would put the command line and paths of the machine on every span.
    resourceDetectors: [envDetector, serviceInstanceIdDetector],
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledRatio(process.env)) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
    logRecordProcessors: [],
    metricReaders: [],
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url }) => UNTRACED_PATHS.includes(url ?? ''),
      }),
      // Resolver spans cost more than they tell.
      new GraphQLInstrumentation({ ignoreResolveSpans: true, ignoreTrivialResolveSpans: true }),
      // Statements may hold personal data, and writing them took a tenth of an import's processor time.
      new MongoDBInstrumentation({ dbStatementSerializer: () => '' }),
    ],
  })
  sdk.start()
}
