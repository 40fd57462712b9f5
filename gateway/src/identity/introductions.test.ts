import type { Caller } from '@afterline/service-kit'
import { describe, expect, it } from '@jest/globals'
import { createIntroductions } from './introductions.ts'

describe('whoever signs in', () => {
  it('is introduced once for person and roles, in whatever order the token has them (ORG-3)', () => {
    const told: Caller[] = []
    const introduce = createIntroductions(async (caller) => {
      told.push(caller)
    })
    const lawyer = { id: 'a', roles: ['LEGAL'] }
    const both = { id: 'a', roles: ['LEGAL', 'AUDITOR'] }
    for (const caller of [lawyer, lawyer, both, { id: 'a', roles: ['AUDITOR', 'LEGAL'] }, { ...lawyer, id: 'b' }]) {
      introduce(caller)
    }
    expect(told).toEqual([lawyer, both, { ...lawyer, id: 'b' }])
  })

  it('is introduced again after it failed (ORG-3)', async () => {
    const outcomes = [Promise.reject(new Error('away')), Promise.resolve()]
    let times = 0
    const introduce = createIntroductions(() => outcomes[times++] ?? Promise.resolve())
    const caller = { id: 'a', roles: ['LEGAL'] }
    introduce(caller)
    await outcomes[0]?.catch(() => {})
    await Promise.resolve()
    introduce(caller)
    introduce(caller)
    expect(times).toBe(2)
  })
})
