import { context, trace } from '@opentelemetry/api'
import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** Fields that could carry secrets or personal data if somebody logged a whole object by mistake. */
const REDACTED = [
  'authorization',
  'token',
  'password',
  'secret',
  'name',
  'phone',
  'email',
  'description',
  'comment',
  'complainantName',
  'complainantPhone',
  'verification',
]

/** One JSON object per line, with the trace that the line belongs to. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: traceFields,
    redact: { paths: REDACTED.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
    serializers: { error: errorFields, err: errorFields },
  })
}

/** A log that keeps nothing: for programs that report in their own way. */
export function createSilentLogger(): Logger {
  return pino({ level: 'silent' })
}

function traceFields(): Record<string, string> {
  const span = trace.getSpanContext(context.active())
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
}

/** Messages of drivers may quote documents; the class, the code and our own messages are what operators need. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { type: error.name, code, message: error.message.slice(0, 500), stack: error.stack }
}
