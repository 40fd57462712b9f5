import { describe, expect, it } from '@jest/globals'
import { trace } from '@opentelemetry/api'
import { contextOfTraceparent } from './event-span.ts'

describe('the trace that an event carries', () => {
  it('is the parent of what is done because of it', () => {
    const parent = contextOfTraceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
    expect(trace.getSpanContext(parent)).toEqual({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      traceFlags: 1,
      isRemote: true,
    })
  })

  it.each([null, '', '01-4bf9', '00-XYZ-00f067aa0ba902b7-01'])('is nobody when it is %j', (traceparent) => {
    expect(trace.getSpanContext(contextOfTraceparent(traceparent))).toBeUndefined()
  })
})
