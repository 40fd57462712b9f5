import type { IncomingMessage, ServerResponse } from 'node:http'
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'

/** Answers on the service's own port instead of opening one of its own. */
export const prometheusExporter = new PrometheusExporter({ preventServerStart: true, prefix: '' })

/** Writes the current metrics in Prometheus' text format. */
export function answerMetrics(request: IncomingMessage, response: ServerResponse): void {
  prometheusExporter.getMetricsRequestHandler(request, response)
}
