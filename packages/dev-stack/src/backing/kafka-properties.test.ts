import { describe, expect, it } from '@jest/globals'
import { javaMajor } from './kafka-jars.ts'
import { kafkaProperties } from './kafka-properties.ts'

const PORTS = { mongo: 1, kafka: 19_092, kafkaController: 19_093 }

describe("the broker's settings", () => {
  const settings = new Map(
    kafkaProperties('/data', PORTS)
      .trim()
      .split('\n')
      .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

  it('keep every listener on the loopback address', () => {
    const listeners = settings.get('listeners')?.split(',') ?? []
    expect(listeners).toHaveLength(2)
    for (const listener of listeners) expect(listener).toMatch(/:\/\/127\.0\.0\.1:\d+$/)
  })

  it('accept an event of 1 MiB with its envelope', () => {
    expect(Number(settings.get('message.max.bytes'))).toBeGreaterThan(1024 * 1024 + 65_536)
  })

  it('ask for no second replica anywhere', () => {
    const replication = [...settings].filter(([key]) => key.endsWith('replication.factor') || key.endsWith('min.isr'))
    expect(replication.length).toBeGreaterThan(3)
    expect(replication.map(([, value]) => value)).toEqual(replication.map(() => '1'))
  })

  it('survive a data folder with backslashes', () => {
    expect(kafkaProperties('C:\\data', PORTS)).toContain('log.dirs=C:\\\\data\n')
  })
})

describe('the version that java prints', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_301"', 8],
    ['openjdk version "26" 2026-03-17', 26],
  ])('%s is %d', (output, major) => {
    expect(javaMajor(output)).toBe(major)
  })

  it('is unknown when java does not run', () => {
    expect(javaMajor('spawn java ENOENT')).toBeUndefined()
  })
})
