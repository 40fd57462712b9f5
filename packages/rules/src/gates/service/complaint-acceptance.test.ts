import { describe, expect, it } from '@jest/globals'
import { refused } from '../violation-fixture.ts'
import { complaintAcceptanceGate } from './complaint-acceptance.ts'

describe('a complaint', () => {
  it.each(['REJECT', 'DISMISS'] as const)('knows no command %s (CMP-1)', (command) => {
    expect(refused(complaintAcceptanceGate({ command }))).toEqual([['CMP-1', 'command', { command }]])
  })

  it('is accepted, and handled also where it is unfounded (CMP-1)', () => {
    expect(complaintAcceptanceGate({ command: 'ACCEPT' })).toEqual([])
    expect(complaintAcceptanceGate({ command: 'HANDLE', outcome: 'SOLVED' })).toEqual([])
    expect(complaintAcceptanceGate({ command: 'HANDLE', outcome: 'UNFOUNDED' })).toEqual([])
  })
})
