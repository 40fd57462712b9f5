import type { ComplaintEvent } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import { command, complaintId, customerId, desk, lookUp, receive, receivedData, tuesday } from './complaint.fixture.ts'
import { complaint } from './complaint.ts'

const spec = specificationOf(complaint)
const monday = parseInstant('2026-03-02T09:00:00+08:00')
const nextWeek = parseInstant('2026-03-09T09:00:00+08:00')

type EventData<Type extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: Type }>['data']
const past = <Type extends ComplaintEvent['type']>(type: Type, data: EventData<Type>, occurredAt = monday) =>
  ({ type, data, occurredAt }) as Extract<ComplaintEvent, { type: Type }> & { occurredAt: typeof monday }

const received = past('ComplaintReceived', receivedData)
const verification = 'Reproduced on the bench'
const registered = past('ComplaintRegistered', { complaintId, customerId, verification, isSubstantiated: true })
const opined = past('OpinionIssued', { complaintId, opinion: 'Probably the battery' })
const measure = { outcome: 'SOLVED', rootCause: 'battery', measure: 'battery replaced' } as const
const handledAs = (outcome: 'SOLVED' | 'UNFOUNDED', attempt = 1) =>
  past('ComplaintHandled', { complaintId, attempt, ...measure, outcome })
const marked = past('ComplaintMarkedUnsolvable', { complaintId, reason: 'needs the manufacturer' })
const accepted = past('AdministrationAccepted', {
  complaintId,
  acceptedBy: 'zhao',
  expectedAt: nextWeek,
  reasonTold: 'the manufacturer is asked',
})
const returnedAt = (instant: string, attempt = 1) =>
  past('ResultReturned', { complaintId, attempt, channel: 'PHONE' }, parseInstant(instant))
const returned = returnedAt('2026-03-02T10:00:00+08:00')
const confirmed = past('ResolutionConfirmed', { complaintId, customerId, attempt: 1 })
const reopened = past('ComplaintReopened', { complaintId, reason: 'it stopped again' })
const closed = past('ComplaintClosed', { complaintId, outcome: 'CONFIRMED' })

const administration = { id: 'zhao', role: 'ADMINISTRATION' }
const accept = (by = administration, expectedAt = nextWeek) =>
  command('AcceptByAdministration', { expectedAt, reasonTold: 'the manufacturer is asked' }, by)
const close = (outcome: 'CONFIRMED' | 'NO_ANSWER') => command('CloseComplaint', { outcome })

describe('a complaint that nobody has received yet', () => {
  it('is accepted with a description that says nothing (CMP-1)', () => {
    const { decision } = spec.given().when(receive({ description: '  ' }), lookUp)
    expect(decision.violations).toEqual([])
    expect(decision.events).toHaveLength(1)
  })

  it('is accepted with an order that cannot be one of ours, which stays on record as it was said (CMP-1)', () => {
    const description = `${receivedData.description}\n[order: PO 4711]`
    spec
      .given()
      .when(receive({ orderId: 'PO 4711' }), lookUp)
      .then({ type: 'ComplaintReceived', data: { ...receivedData, description } })
  })

  it('keeps the order, product and lot that it names, known or not (CMP-1)', () => {
    const named = { orderId: complaintId, productId: customerId, lotId: complaintId }
    spec
      .given()
      .when(receive(named), lookUp)
      .then({ type: 'ComplaintReceived', data: { ...receivedData, ...named } })
  })

  it('can be received only once (CMP-7)', () => {
    spec.given(received).when(receive(), lookUp).thenRefused('CMP-7')
  })
})

describe('a received complaint', () => {
  const given = spec.given(received)

  it('is registered with its verification (CMP-2)', () => {
    const form = { verification, isSubstantiated: false }
    given
      .when(command('RegisterComplaint', form), lookUp)
      .then({ type: 'ComplaintRegistered', data: { complaintId, customerId, ...form } })
  })

  it('is not registered without a verification (CMP-2)', () => {
    const empty = { verification: ' ', isSubstantiated: true }
    given.when(command('RegisterComplaint', empty), lookUp).thenRefused('CMP-2')
  })

  it('gets no opinion before it is verified (CMP-2)', () => {
    given.when(command('IssueOpinion', { opinion: 'Probably the battery' }), lookUp).thenRefused('CMP-2')
  })

  it('is not handled before verification and opinion, and says both (CMP-2, C2)', () => {
    given.when(command('HandleComplaint', measure), lookUp).thenRefused('CMP-2', 'CMP-5')
  })

  it('is classed with a reason, and not as what it is already (C28)', () => {
    const quality = { complaintClass: 'QUALITY', reason: 'the pump is defective' } as const
    given
      .when(command('ClassifyComplaint', quality), lookUp)
      .then({ type: 'ComplaintClassified', data: { complaintId, ...quality } })
    const classed = past('ComplaintClassified', { complaintId, ...quality })
    spec.given(received, classed).when(command('ClassifyComplaint', quality), lookUp).thenRefused('CMP-7')
  })
})

describe('a registered complaint without an opinion', () => {
  it('of quality is not handled (C2, CMP-5)', () => {
    const classed = past('ComplaintClassified', { complaintId, complaintClass: 'QUALITY', reason: 'defect' })
    spec.given(received, classed, registered).when(command('HandleComplaint', measure), lookUp).thenRefused('CMP-5')
  })

  it('of another class is not handled (C2, CMP-6)', () => {
    const classed = past('ComplaintClassified', { complaintId, complaintClass: 'OTHER', reason: 'late delivery' })
    spec.given(received, classed, registered).when(command('HandleComplaint', measure), lookUp).thenRefused('CMP-6')
  })
})

describe('a complaint with an opinion', () => {
  const given = spec.given(received, registered, opined)

  it('is handled as the first attempt, with its root cause (CMP-3, SRV-12)', () => {
    given
      .when(command('HandleComplaint', measure), lookUp)
      .then({ type: 'ComplaintHandled', data: { complaintId, attempt: 1, ...measure } })
  })

  it('may turn out unfounded; it is handled all the same (CMP-1)', () => {
    const unfounded = { outcome: 'UNFOUNDED', rootCause: null, measure: 'use explained' } as const
    given
      .when(command('HandleComplaint', unfounded), lookUp)
      .then({ type: 'ComplaintHandled', data: { complaintId, attempt: 1, ...unfounded } })
  })

  it('needs to say what was done (CMP-20)', () => {
    given.when(command('HandleComplaint', { ...measure, measure: '' }), lookUp).thenRefused('CMP-20')
  })

  it('says no more than can be kept (CMP-20)', () => {
    const long = (length: number) => command('HandleComplaint', { ...measure, measure: 'x'.repeat(length) })
    given.when(long(4001), lookUp).thenRefused('CMP-20')
    expect(given.when(long(4000), lookUp).decision.violations).toEqual([])
  })

  it('is not closed before it is handled (CMP-7)', () => {
    given.when(close('CONFIRMED'), lookUp).thenRefused('CMP-7')
  })
})

describe('a complaint that cannot be solved', () => {
  it('goes to administration, once (CMP-4)', () => {
    const mark = command('MarkComplaintUnsolvable', { reason: 'needs the manufacturer' })
    const expected = {
      type: 'ComplaintMarkedUnsolvable',
      data: { complaintId, reason: 'needs the manufacturer' },
    } as const
    spec.given(received).when(mark, lookUp).then(expected)
    spec.given(received, marked).when(mark, lookUp).thenRefused('CMP-4')
  })

  it('is accepted by administration, which tells an expected time (CMP-4, SRV-11)', () => {
    const { data } = accepted
    spec.given(received, marked).when(accept(), lookUp).then({ type: 'AdministrationAccepted', data })
  })

  it('is not accepted by anybody else, nor with a time that has passed (CMP-4, SRV-11)', () => {
    spec.given(received, marked).when(accept(desk, monday), lookUp).thenRefused('CMP-4', 'SRV-11')
  })

  it('is not accepted at the instant that is promised (SRV-11)', () => {
    spec.given(received, marked).when(accept(administration, tuesday), lookUp).thenRefused('SRV-11')
  })

  it('is accepted once (CMP-4)', () => {
    spec.given(received, marked, accepted).when(accept(), lookUp).thenRefused('CMP-4')
  })

  it('may be taken over unmarked, as after a missed limit (CMP-4)', () => {
    spec.given(received).when(accept(), lookUp).then({ type: 'AdministrationAccepted', data: accepted.data })
  })

  it('is handled by administration from then on (CMP-4)', () => {
    const given = spec.given(received, registered, opined, marked, accepted)
    given.when(command('HandleComplaint', measure), lookUp).thenRefused('CMP-4')
    given
      .when(command('HandleComplaint', measure, administration), lookUp)
      .then({ type: 'ComplaintHandled', data: { complaintId, attempt: 1, ...measure } })
  })

  it('is with administration from marking to handling (CMP-4)', () => {
    const isWithAdministration = (...events: Parameters<typeof spec.stateAfter>[0]) =>
      (spec.stateAfter(events) as { isWithAdministration?: boolean }).isWithAdministration
    expect(isWithAdministration(received)).toBe(false)
    expect(isWithAdministration(received, registered, opined, marked)).toBe(true)
    expect(isWithAdministration(received, registered, opined, marked, accepted)).toBe(true)
    expect(isWithAdministration(received, registered, opined, marked, accepted, handledAs('SOLVED'))).toBe(false)
  })

  it('can be handed over again after reopening (CMP-4)', () => {
    const again = spec.given(received, registered, opined, marked, accepted, handledAs('SOLVED'), returned, reopened)
    again
      .when(command('MarkComplaintUnsolvable', { reason: 'again' }), lookUp)
      .then({ type: 'ComplaintMarkedUnsolvable', data: { complaintId, reason: 'again' } })
  })
})

describe.each(['SOLVED', 'UNFOUNDED'] as const)('a complaint handled as %s', (outcome) => {
  const history = [received, registered, opined, handledAs(outcome)]

  it('is not confirmed before the result is returned (CMP-9)', () => {
    spec
      .given(...history)
      .when(command('ConfirmResolution', {}), lookUp)
      .thenRefused('CMP-9')
  })

  it('is confirmed once it is returned, and the rating is asked for that attempt (SRV-13, SVY-2)', () => {
    spec
      .given(...history, returned)
      .when(command('ConfirmResolution', {}), lookUp)
      .then({ type: 'ResolutionConfirmed', data: { complaintId, customerId, attempt: 1 } })
  })

  it('is confirmed to neither who handled it nor who told the result: nobody rates the own work (SRV-13)', () => {
    const [handling, telling] = [
      { ...handledAs(outcome), actor: administration },
      { ...returned, actor: desk },
    ]
    const given = spec.given(received, registered, opined, handling, telling)
    for (const by of [administration, desk])
      given.when(command('ConfirmResolution', {}, by), lookUp).thenRefused('SRV-13')
    given
      .when(command('ConfirmResolution', {}, { id: 'lin', role: 'HOTLINE_AGENT' }), lookUp)
      .then({ type: 'ResolutionConfirmed', data: { complaintId, customerId, attempt: 1 } })
  })

  it('is not closed as confirmed without a confirmation (SRV-13)', () => {
    spec
      .given(...history, returned)
      .when(close('CONFIRMED'), lookUp)
      .thenRefused('SRV-13')
  })

  it('closes once it is confirmed, and not as unanswered (SRV-13)', () => {
    const given = spec.given(...history, returned, confirmed)
    given
      .when(close('CONFIRMED'), lookUp)
      .then({ type: 'ComplaintClosed', data: { complaintId, outcome: 'CONFIRMED' } })
    given.when(close('NO_ANSWER'), lookUp).thenRefused('SRV-13')
  })
})

describe('a complainant who does not answer', () => {
  const history = [received, registered, opined, handledAs('SOLVED')]
  const noAnswer = { type: 'ComplaintClosed', data: { complaintId, outcome: 'NO_ANSWER' } } as const

  it('is tried on three different days before the complaint closes (C32)', () => {
    const days = ['2026-03-02T10:00:00+08:00', '2026-03-03T10:00:00+08:00', '2026-03-04T10:00:00+08:00']
    const tries = days.map((day) => returnedAt(day))
    spec
      .given(...history, ...tries.slice(0, 2))
      .when(close('NO_ANSWER'), lookUp)
      .thenRefused('SRV-13')
    spec
      .given(...history, ...tries)
      .when(close('NO_ANSWER'), lookUp)
      .then(noAnswer)
  })

  it('is not tried three times on one day instead (C32)', () => {
    const hours = ['2026-03-02T09:00:00+08:00', '2026-03-02T12:00:00+08:00', '2026-03-02T17:00:00+08:00']
    spec
      .given(...history, ...hours.map((hour) => returnedAt(hour)))
      .when(close('NO_ANSWER'), lookUp)
      .thenRefused('SRV-13')
  })

  it('has days of the company, not of UTC (C32)', () => {
    // 23:30 and 00:30 in Shanghai are one day of UTC and two of the company's.
    const nights = ['2026-03-02T23:30:00+08:00', '2026-03-03T00:30:00+08:00', '2026-03-04T00:30:00+08:00']
    spec
      .given(...history, ...nights.map((night) => returnedAt(night)))
      .when(close('NO_ANSWER'), lookUp)
      .then(noAnswer)
  })

  it('is counted anew after reopening (C32)', () => {
    const days = ['2026-03-02T10:00:00+08:00', '2026-03-03T10:00:00+08:00', '2026-03-04T10:00:00+08:00']
    const second = [reopened, handledAs('SOLVED', 2), returnedAt('2026-03-05T10:00:00+08:00', 2)]
    const given = spec.given(...history, ...days.map((day) => returnedAt(day)), ...second)
    given.when(close('NO_ANSWER'), lookUp).thenRefused('SRV-13')
  })
})

describe('a complaint that comes back', () => {
  const history = [received, registered, opined, handledAs('SOLVED'), returned, confirmed, closed]

  it('is reopened after closing, with a reason (SRV-13)', () => {
    const given = spec.given(...history)
    given
      .when(command('ReopenComplaint', { reason: 'it stopped again' }), lookUp)
      .then({ type: 'ComplaintReopened', data: { complaintId, reason: 'it stopped again' } })
    given.when(command('ReopenComplaint', { reason: '' }), lookUp).thenRefused('SRV-13')
  })

  it('is handled as the next attempt, under the opinion that it has (C2)', () => {
    spec
      .given(...history, reopened)
      .when(command('HandleComplaint', measure), lookUp)
      .then({ type: 'ComplaintHandled', data: { complaintId, attempt: 2, ...measure } })
  })

  it('is confirmed anew: the first confirmation does not close it (SRV-13)', () => {
    const again = [reopened, handledAs('SOLVED', 2), returnedAt('2026-03-05T10:00:00+08:00', 2)]
    spec
      .given(...history, ...again)
      .when(close('CONFIRMED'), lookUp)
      .thenRefused('SRV-13')
  })
})

describe('history that the rules speak against', () => {
  it('is kept, and says which rule (C2)', () => {
    spec
      .given(received)
      .when(command('HandleComplaint', measure), lookUp)
      .thenKept(['CMP-2', 'CMP-5'], { type: 'ComplaintHandled', data: { complaintId, attempt: 1, ...measure } })
  })
})
