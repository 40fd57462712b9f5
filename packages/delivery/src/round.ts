import type { Logger } from '@afterline/service-kit'
import { type Carrier, Refused } from './carrier.ts'
import { type Invitation, messageTo, type Route, routesOf, type Wording } from './invitation.ts'
import type { InvitationDesk, Outcome } from './invitation-desk.ts'

export interface RoundDeps {
  readonly desk: InvitationDesk
  readonly carriers: readonly Carrier[]
  readonly wording: Wording
  readonly log: Pick<Logger, 'info' | 'warn'>
  readonly signal: AbortSignal
}

/** What came of one round. */
export interface RoundResult {
  readonly delivered: number
  readonly failed: number
  /** To be tried in the next round: their provider is away. */
  readonly waiting: number
}

/**
 * Takes every open invitation to its customer, one after the other. What is handed over is recorded at once; whoever dies in
 * between hands it over again under the same id.
 */
export async function deliverOpen({ desk, carriers, wording, log, signal }: RoundDeps): Promise<RoundResult> {
  const result = { delivered: 0, failed: 0, waiting: 0 }
  const away = new Set<Carrier>()
  for await (const invitation of desk.open()) {
    if (signal.aborted) break
    const outcome = await outcomeOf(invitation, { carriers, wording, log, away })
    if (outcome === 'WAITS') result.waiting += 1
    if (outcome === 'WAITS' || outcome === 'KNOWN') continue
    await desk.record(invitation.id, outcome)
    if ('failure' in outcome) result.failed += 1
    else result.delivered += 1
  }
  return result
}

type Attempt = Pick<RoundDeps, 'carriers' | 'wording' | 'log'> & {
  /** Providers that did not answer in this round: the next invitation need not wait for them, too. */
  readonly away: Set<Carrier>
}

async function outcomeOf(invitation: Invitation, attempt: Attempt): Promise<Outcome | 'WAITS' | 'KNOWN'> {
  const routes = routesOf(invitation, attempt.carriers)
  const known = invitation.delivery?.failure ?? null
  if (typeof routes === 'string') return routes === known ? 'KNOWN' : { channel: null, failure: routes }
  // What every provider has refused is not sent to them again and again.
  if (known === 'REFUSED') return 'KNOWN'
  let last: Route['carrier']['channel'] | null = null
  for (const { carrier, contactId, to } of routes) {
    if (attempt.away.has(carrier)) return 'WAITS'
    last = carrier.channel
    try {
      const { reference } = await carrier.deliver(messageTo(to, invitation, attempt.wording))
      return { channel: carrier.channel, contactId, reference }
    } catch (error) {
      if (error instanceof Refused) continue
      attempt.away.add(carrier)
      attempt.log.warn({ channel: carrier.channel, code: codeOf(error), surveyId: invitation.id }, 'a provider is away')
      return 'WAITS'
    }
  }
  return { channel: last, failure: 'REFUSED' }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN'
}
