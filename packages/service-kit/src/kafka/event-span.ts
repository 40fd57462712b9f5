import type { StoredEvent } from '@afterline/events'
import { type Context, context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const KINDS = { 'afterline.publish': SpanKind.PRODUCER, 'afterline.consume': SpanKind.CONSUMER } as const

export interface EventSpan {
  /** Runs work as part of the span: what it traces becomes the span's children. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  end(): void
  fail(error: unknown): void
}

/**
 * A span that continues the trace of the command which made the event, although other processes and a topic lie between.
 * Attributes name the event, never what it says.
 */
export function beginSpan(
  name: keyof typeof KINDS,
  event: StoredEvent,
  attributes: Readonly<Record<string, string>> = {},
): EventSpan {
  const parent = contextOfTraceparent(event.traceparent)
  const span = trace.getTracer('afterline').startSpan(
    name,
    {
      kind: KINDS[name],
      attributes: {
        'afterline.event.type': event.type,
        'afterline.event.id': event.id,
        'afterline.stream': event.stream,
        'afterline.stream.version': event.version,
        ...attributes,
      },
    },
    parent,
  )
  return spanWithin(span, trace.setSpan(parent, span))
}

function spanWithin(span: Span, active: Context): EventSpan {
  return {
    run: (work) => context.with(active, work),
    end: () => span.end(),
    fail(error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' })
      span.end()
    },
  }
}

/** The W3C trace context as a parent; the root where there is none or it cannot be read. */
export function contextOfTraceparent(traceparent: string | null): Context {
  const match = traceparent === null ? null : TRACEPARENT.exec(traceparent)
  if (!match?.[1] || !match[2] || !match[3]) return ROOT_CONTEXT
  const spanContext = { traceId: match[1], spanId: match[2], traceFlags: Number.parseInt(match[3], 16), isRemote: true }
  return trace.setSpanContext(ROOT_CONTEXT, spanContext)
}
