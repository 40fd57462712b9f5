import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Instant } from '@afterline/rules'
import type { GraphClient } from '../graph-client.ts'

interface Refusal {
  readonly rule: string
  readonly message: { readonly en: string }
}

/** A mutation that the rules refused although the story needs it. */
class Refused extends Error {
  readonly rules: readonly string[]

  constructor(mutation: string, violations: readonly Refusal[]) {
    super(`${mutation} was refused: ${violations.map(({ rule, message }) => `${rule} ${message.en}`).join(' ')}`)
    this.name = 'Refused'
    this.rules = violations.map(({ rule }) => rule)
  }
}

/** Whether rules spoke against a step, and not something else went wrong. */
export const isRefusal = (error: unknown): boolean => error instanceof Refused

export interface LateEntry {
  readonly occurredAt?: Instant
  readonly backdatedBecause?: string
}

/**
 * Sends one mutation under a new key and returns the selected fields of what it changed.
 * @param entity name of the payload's field, such as `customer`
 * @param late when it happened, and why it is entered only now
 * @throws Refused when a rule speaks against it
 */
export async function mutate<Entity>(
  graph: GraphClient,
  mutation: string,
  entity: string,
  selection: string,
  input: Readonly<Record<string, unknown>>,
  late: LateEntry = {},
): Promise<Entity> {
  const inputType = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation Change($entry: Entry!, $input: ${inputType}!) {
    ${mutation}(entry: $entry, input: $input) { ${entity} { ${selection} } violations { rule message { en } } }
  }`
  const answer = await graph.query<Readonly<Record<string, Readonly<Record<string, unknown>>>>>(document, {
    entry: { idempotencyKey: randomUUID(), ...late },
    input,
  })
  const payload = answer[mutation]
  // The selection asked for exactly these fields; the graph's schema promises their shape.
  const violations = payload?.['violations'] as readonly Refusal[]
  if (violations.length > 0) throw new Refused(mutation, violations)
  return payload?.[entity] as Entity
}

const LONGEST_WAIT_MS = 60_000
const PAUSE_MS = 200

/**
 * Repeats a step that another service's rules refuse only until that service has heard of what came before.
 * @param rules the refusals that this can explain; any other is thrown at once
 */
export async function onceKnown<Result>(rules: readonly string[], step: () => Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      return await step()
    } catch (error) {
      const isEarly = error instanceof Refused && error.rules.every((rule) => rules.includes(rule))
      if (!isEarly || performance.now() > giveUpAt) throw error
      await delay(PAUSE_MS)
    }
  }
}

/** Waits for what another service derives from an event. @throws Error when it does not come in time */
export async function untilFound<Result>(
  what: string,
  look: () => Promise<Result | null | undefined>,
): Promise<Result> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const found = await look()
    if (found !== null && found !== undefined) return found
    if (performance.now() > giveUpAt) throw new Error(`${what} did not appear within ${LONGEST_WAIT_MS / 1000} s`)
    await delay(PAUSE_MS)
  }
}
