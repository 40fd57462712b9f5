import { describe, expect, it } from '@jest/globals'
import { type ClientLogEntry, createClientLog } from './client-log.ts'

/** A log by a clock that stands where the test puts it. */
function clientLog() {
  const lines: { level: string; fields: object }[] = []
  const clock = { ms: 0 }
  const at = (level: string) => (fields: object) => void lines.push({ level, fields })
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  const tell = createClientLog(log, () => clock.ms)
  return {
    lines,
    clock,
    tell: (entry: Partial<ClientLogEntry>) =>
      tell({ level: 'error', namespace: 'Connection', message: '', fields: {}, ...entry }),
  }
}

function levelOf(entry: Partial<ClientLogEntry>): { readonly level: string; readonly fields: object } {
  const { lines, tell } = clientLog()
  tell(entry)
  const [line] = lines
  if (!line || lines.length !== 1) throw new Error('one entry makes one line')
  return line
}

describe("a line of the client's log", () => {
  it('is a warning at most: the relay and the consumers say what is an error', () => {
    expect(levelOf({ level: 'error', message: 'Connection error' }).level).toBe('warn')
    expect(levelOf({ level: 'warn', message: 'slow' }).level).toBe('warn')
  })

  it('is for debugging when it tells the ordinary course of things', () => {
    expect(levelOf({ level: 'info', message: 'Consumer has joined the group' }).level).toBe('debug')
    expect(levelOf({ message: 'The group is rebalancing, re-joining' }).level).toBe('debug')
    expect(levelOf({ message: 'Response', fields: { error: 'Topic with this name already exists' } }).level).toBe(
      'debug',
    )
  })

  it('keeps the known fields and drops the rest, stacks and payloads among them', () => {
    const fields = { groupId: 'g', stack: 'at …', payload: { secret: 1 }, error: 'refused' }
    expect(levelOf({ message: 'x', fields }).fields).toEqual({
      ...{ client: 'Connection', groupId: 'g', reason: 'refused', code: 'KAFKA_UNAVAILABLE' },
    })
  })
})

describe('the lines of a dead connection', () => {
  const dead = { message: 'Connection error: connect ECONNREFUSED 127.0.0.1:9092' }

  it('are one warning in half a minute, which tells how many were withheld', () => {
    const { lines, clock, tell } = clientLog()
    for (clock.ms = 0; clock.ms <= 30_000; clock.ms += 1_000) tell(dead)
    const warnings = lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields)
    const warning = { client: 'Connection', code: 'KAFKA_UNAVAILABLE' }
    expect(warnings).toEqual([warning, { ...warning, withheld: 29 }])
  })

  it('keep no other line from being told', () => {
    const { lines, tell } = clientLog()
    tell(dead)
    tell({ message: 'Connection timeout' })
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn'])
  })
})
