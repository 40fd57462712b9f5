export type Environment = Readonly<Record<string, string | undefined>>

/** Of the traces that begin here, one in ten is collected unless the environment says otherwise. */
export const DEFAULT_RATIO = 0.1

/** Whether somebody takes spans. Without, nothing is instrumented: a trace that nobody sees must cost nothing. */
export function hasCollector(environment: Environment): boolean {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return false
  const endpoints = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']
  return endpoints.some((name) => (environment[name] ?? '') !== '')
}

/** The share of traces that are collected, of those whose caller has not decided. What is no share counts as not set. */
export function sampledRatio({ OTEL_TRACES_SAMPLER_ARG: text = '' }: Environment): number {
  const ratio = text.trim() === '' ? Number.NaN : Number(text)
  return ratio >= 0 && ratio <= 1 ? ratio : DEFAULT_RATIO
}
