import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { evaluateTimer, parseInstant, parsePolicies, type Timer } from '@afterline/rules'

const folder = new URL('../policies/', import.meta.url)
const read = (name: string) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })
const policies = parsePolicies(readdirSync(folder).map(read))

const startedAt = parseInstant('2026-02-14T17:00:00+08:00')
const policyVersion = policies.versionAt(startedAt)
const open = { stoppedAt: null, voidedAt: null, dueAt: null }
const handling: Timer = { key: 'complaint.handle', item: '', rule: 'CMP-3', startedAt, policyVersion, ...open }
const state = evaluateTimer(policies, handling, parseInstant('2026-02-24T16:00:00+08:00'))

// One working day, same clock. Saturday 14 February 2026 is a make-up day, 15 to 23 are the Spring Festival: Tuesday 24.
assert.equal(state.dueAt, parseInstant('2026-02-24T17:00:00+08:00'))
// Open are 17:00 to 18:00, then 09:00 to 12:00 and 13:30 to 17:00: 7.5 h. Of them 75 % are 5 h 37 min 30 s.
assert.equal(state.warnAt, parseInstant('2026-02-24T15:07:30+08:00'))
assert.equal(state.status, 'WARNED')
