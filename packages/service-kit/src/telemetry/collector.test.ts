import { describe, expect, it } from '@jest/globals'
import { DEFAULT_RATIO, hasCollector, sampledRatio } from './collector.ts'

describe('a collector', () => {
  it.each(['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'])(
    'is there when %s names it',
    (name) => {
      expect(hasCollector({ [name]: 'http://collector:4318' })).toBe(true)
      expect(hasCollector({ [name]: '' })).toBe(false)
    },
  )

  it('is not there when nothing is said, or when telemetry is switched off', () => {
    expect(hasCollector({})).toBe(false)
    expect(hasCollector({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' })).toBe(
      false,
    )
  })
})

describe('the share of traces that are collected', () => {
  it.each([
    ['0', 0],
    ['0.25', 0.25],
    ['1', 1],
  ])('is %s when it says so', (text, ratio) => {
    expect(sampledRatio({ OTEL_TRACES_SAMPLER_ARG: text })).toBe(ratio)
  })

  it.each([undefined, '', ' ', 'all', '-0.1', '1.5'])('is one in ten when it says %j', (text) => {
    expect(sampledRatio({ OTEL_TRACES_SAMPLER_ARG: text })).toBe(DEFAULT_RATIO)
  })
})
