import { metrics } from '@opentelemetry/api'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { observeProcess } from './process-meters.ts'

/**
 * The process's metrics, read on the service's own port instead of one of their own. One per process, as the metrics
 * API is; `startMetrics` connects it.
 */
const prometheusReader = new PrometheusExporter({ preventServerStart: true })

/** Every sample names its process, so that no scraper has to know which one it asked. */
const serializer = new PrometheusSerializer(undefined, false, /^service\.name$/, true, true)

/** From here on what the process counts is told by `metricsText`. Once per process. */
export function startMetrics(serviceName: string): void {
  const resource = resourceFromAttributes({ 'service.name': serviceName })
  metrics.setGlobalMeterProvider(new MeterProvider({ resource, readers: [prometheusReader] }))
  observeProcess()
}

/** The current metrics in Prometheus' text format; empty where they were not started. */
export async function metricsText(): Promise<string> {
  try {
    const { resourceMetrics } = await prometheusReader.collect()
    return serializer.serialize(resourceMetrics)
  } catch (error) {
    // What the reader throws as long as no meter provider has taken it.
    if (error instanceof Error && /not bound/i.test(error.message)) return ''
    throw error
  }
}
