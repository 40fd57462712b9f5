import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'

/**
 * The process's metrics, read on the service's own port instead of one of their own. One per process, as the metrics
 * API is; `startTelemetry` connects it.
 */
export const prometheusReader = new PrometheusExporter({ preventServerStart: true })

const serializer = new PrometheusSerializer(undefined, false, undefined, false, true)

/** The current metrics in Prometheus' text format; empty where telemetry was not started. */
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
