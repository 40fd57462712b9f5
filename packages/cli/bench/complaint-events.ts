import { GENESIS_HASH, hashOfEvent, type StoredEvent, toCloudEvent } from '@afterline/events'
import { type Instant, parseInstant, plusMillis } from '@afterline/rules'
import type { OutgoingMessage } from '@afterline/service-kit'

const MINUTE = 60_000
const BEGIN: Instant = parseInstant('2026-03-02T01:00:00Z')
/** Events of each complaint. */
export const EVENTS_EACH = 4

/** The events of one handled complaint, valid and chained, as the relay publishes them. */
export function complaintMessages(index: number): readonly OutgoingMessage[] {
  const complaintId = uuidOf(1, index)
  const customerId = uuidOf(2, index % 500)
  const received = {
    ...{ complaintId, customerId, orderId: null, productId: null, lotId: null, channel: 'PHONE' },
    ...{ complaintClass: 'QUALITY', description: 'enc:v1:bm90aGluZw', complainantName: null, complainantPhone: null },
    isAdverseEventSuspected: false,
  }
  const told: readonly (readonly [type: string, minutes: number, data: object])[] = [
    ['ComplaintReceived', 0, received],
    ['ComplaintRegistered', 60, { complaintId, customerId, verification: 'enc:v1:bm90aGluZw', isSubstantiated: true }],
    ['OpinionIssued', 240, { complaintId, opinion: 'Seal of the drip chamber' }],
    ['ComplaintHandled', 400, { complaintId, attempt: 1, outcome: 'SOLVED', rootCause: null, measure: 'Exchanged' }],
  ]
  let previousHash = GENESIS_HASH
  return told.map(([type, minutes, data], place) => {
    const at = plusMillis(BEGIN, (index + minutes) * MINUTE)
    const event = storedEvent({ type, at, data, previousHash, version: place + 1, stream: `complaint-${complaintId}` })
    previousHash = event.hash
    return { key: event.stream, value: JSON.stringify(toCloudEvent('after-sales', event)), headers: {} }
  })
}

function storedEvent({
  at,
  ...given
}: Pick<StoredEvent, 'type' | 'data' | 'previousHash' | 'version' | 'stream'> & { readonly at: Instant }): StoredEvent {
  const unhashed = {
    ...given,
    id: uuidOf(10 + given.version, Number.parseInt(given.stream.slice(-12), 16)),
    schemaVersion: 1,
    occurredAt: at,
    recordedAt: at,
    actor: { id: 'complaints-1', role: 'COMPLAINT_DESK' },
    correlationId: uuidOf(3, given.version),
    causationId: null,
    traceparent: null,
    policyVersion: '2026-01-01',
    backdatedBecause: null,
  }
  return { ...unhashed, hash: hashOfEvent(unhashed) }
}

/** An id that is the same in every run. */
function uuidOf(kind: number, index: number): string {
  const [head, tail] = [kind.toString(16).padStart(8, '0'), index.toString(16).padStart(12, '0')]
  return `${head}-0000-7000-8000-${tail}`
}
