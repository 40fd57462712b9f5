import { context, trace } from '@opentelemetry/api'

/** The W3C trace context of what is being done now; `null` outside a trace. */
export function activeTraceparent(): string | null {
  const span = trace.getSpanContext(context.active())
  if (!span) return null
  return `00-${span.traceId}-${span.spanId}-0${span.traceFlags & 1}`
}
