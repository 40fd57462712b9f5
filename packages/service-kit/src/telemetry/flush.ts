import { ProxyTracerProvider, trace } from '@opentelemetry/api'

/** Sends the spans that have not left the process yet; at once where there is no collector. */
export async function flushTelemetry(): Promise<void> {
  const registered = trace.getTracerProvider()
  const provider: object = registered instanceof ProxyTracerProvider ? registered.getDelegate() : registered
  if ('forceFlush' in provider && typeof provider.forceFlush === 'function') await provider.forceFlush()
}
