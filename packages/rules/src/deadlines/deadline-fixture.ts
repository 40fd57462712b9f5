// biome-ignore lint/style/noRestrictedImports: only tests import this file, and they need the files as shipped
import { readdirSync, readFileSync } from 'node:fs'
import { ruleOf } from '../catalogue/index.ts'
import type { Timer } from '../ledger/ledger.ts'
import type { PolicyBook } from '../policy/book.ts'
import { type PolicyFile, parsePolicies } from '../policy/index.ts'
import type { DeadlinePolicy } from '../policy/policy-version.ts'
import type { Instant } from '../primitives/instant.ts'

/* The shipped policy, and timers under it, for tests. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

const folder = new URL('../../policies/', import.meta.url)

export const shipped: readonly PolicyFile[] = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

export const china: PolicyBook = parsePolicies(shipped)
export const VERSION = '2026-01-01'

/** A running timer of the shipped policy, unless something else is known of it. */
export function timerOf(key: string, startedAt: Instant, known: Partial<Timer> = {}): Timer {
  const rule = ruleOf(china.deadline(key, VERSION).rule).id
  const open = { stoppedAt: null, voidedAt: null, dueAt: null, policyVersion: VERSION }
  return { key, item: '', rule, startedAt, ...open, ...known }
}

/** A book in which every deadline is as it is made here, whatever a policy file might say. */
export function bookOf(
  change: (policy: DeadlinePolicy) => Partial<DeadlinePolicy>,
  book: Partial<PolicyBook> = {},
): PolicyBook {
  const policies = china.deadlines(VERSION).map((policy) => ({ ...policy, ...change(policy) }))
  return { ...china, deadlines: () => policies, ...book }
}

/** The shipped limits, each of which may wait for the customer. */
export const patient: PolicyBook = bookOf(() => ({ pauses: ['WAITING_FOR_CUSTOMER'], isStatutory: false }))
