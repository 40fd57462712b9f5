import { describe, expect, it } from '@jest/globals'
import { type ClientLogEntry, logClientEntry } from './client-log.ts'

function levelOf(entry: Partial<ClientLogEntry>): { readonly level: string; readonly fields: object } {
  const lines: { level: string; fields: object }[] = []
  const at = (level: string) => (fields: object) => void lines.push({ level, fields })
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  logClientEntry(log, { level: 'error', namespace: 'Connection', message: '', fields: {}, ...entry })
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
    expect(levelOf({ message: 'x', fields }).fields).toEqual({ client: 'Connection', groupId: 'g', reason: 'refused' })
  })
})
