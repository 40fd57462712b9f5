import type { SurveyEvent } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { surveyIdOf } from '../projections/resolutions.ts'
import { type Answer, NOTHING_LOOKED_UP, type SurveyCommand, type SurveyLookUp, survey } from './survey.ts'

const spec = specificationOf(survey)
const nobody: SurveyLookUp = NOTHING_LOOKED_UP
const invitedAt = parseInstant('2026-03-02T09:00:00+08:00')
const expiresAt = parseInstant('2026-04-01T09:00:00+08:00')
const justAfter = parseInstant('2026-04-01T09:00:00.001+08:00')

const invitation = {
  surveyId: '0195b1f0-0000-5000-8000-000000000005',
  customerId: '0195b1f0-0000-7000-8000-000000000001',
  subject: { kind: 'COMPLAINT', id: '0195b1f0-0000-7000-8000-00000000000c', resolution: 1 },
  expiresAt,
  sourceKey: null,
} as const
const { expiresAt: _, sourceKey: __, ...answered } = invitation
const good: Answer = { serviceScore: 5, productScore: null, comment: 'Quick' }

const invite: SurveyCommand = {
  type: 'InviteToSurvey',
  at: invitedAt,
  by: { id: 'system', role: 'SYSTEM' },
  data: invitation,
}
const answer = (data: Partial<Answer> = {}, at = expiresAt): SurveyCommand => ({
  type: 'AnswerSurvey',
  at,
  by: { id: 'public', role: 'PUBLIC' },
  data: { ...good, ...data },
})
const invited = { type: 'SurveyInvited', data: invitation, occurredAt: invitedAt } as const
const wasAnswered = {
  type: 'SurveyAnswered',
  data: { ...answered, ...good, counts: true },
  occurredAt: expiresAt,
} as const
const answeredWith = (data: Partial<Answer>, counts = true): SurveyEvent => ({
  type: 'SurveyAnswered',
  data: { ...answered, ...good, ...data, counts },
})

describe('a resolution', () => {
  it('is asked about once (SVY-2)', () => {
    spec.given().when(invite, nobody).then({ type: 'SurveyInvited', data: invitation })
    spec.given(invited).when(invite, nobody).thenRefused('SVY-2')
    spec.given(invited, wasAnswered).when(invite, nobody).thenRefused('SVY-2')
  })

  it('has a survey id of its own: one per attempt, and always the same (SVY-2)', () => {
    const anyResolution = fc.record({
      kind: fc.constantFrom('COMPLAINT' as const, 'ORDER' as const),
      id: fc.uuid(),
      resolution: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(anyResolution, (resolution) => {
        const id = surveyIdOf(resolution)
        expect(surveyIdOf({ ...resolution })).toBe(id)
        expect(surveyIdOf({ ...resolution, resolution: resolution.resolution + 1 })).not.toBe(id)
        expect(surveyIdOf({ ...resolution, kind: resolution.kind === 'ORDER' ? 'COMPLAINT' : 'ORDER' })).not.toBe(id)
      }),
    )
  })
})

describe('an invited customer', () => {
  const given = spec.given(invited)

  it('answers until the very last instant (SVY-2)', () => {
    given.when(answer(), nobody).then(answeredWith({}))
  })

  it('does not answer after it (SVY-2)', () => {
    given.when(answer({}, justAfter), nobody).thenRefused('SVY-2')
  })

  it('rates the product as well, where there is something to say (SVY-1)', () => {
    given
      .when(answer({ productScore: 2, comment: null }), nobody)
      .then(answeredWith({ productScore: 2, comment: null }))
  })

  it('leaves no comment that says nothing', () => {
    given.when(answer({ comment: ' \n' }), nobody).then(answeredWith({ comment: null }))
  })

  it('says no more than can be kept (SVY-5)', () => {
    given.when(answer({ comment: 'x'.repeat(8001) }), nobody).thenRefused('SVY-5')
    given.when(answer({ comment: 'x'.repeat(8000) }), nobody).then(answeredWith({ comment: 'x'.repeat(8000) }))
  })

  it.each([0, 6, -1, 2.5, Number.NaN])('does not rate with %d (SVY-1)', (score) => {
    given.when(answer({ serviceScore: score, productScore: score }), nobody).thenRefused('SVY-1', 'SVY-1')
  })

  it('is told at once that the score is none and the invitation has expired', () => {
    given.when(answer({ serviceScore: 6 }, justAfter), nobody).thenRefused('SVY-1', 'SVY-2')
  })

  it('answers once (SVY-2)', () => {
    spec.given(invited, wasAnswered).when(answer(), nobody).thenRefused('SVY-2')
  })
})

const { surveyId } = invitation
const contactId = '0195b1f0-0000-7000-8000-0000000000c1'
const delivered = { channel: 'EMAIL', contactId, reference: 'q-1' } as const
const channel = { id: 'mail-1', role: 'DELIVERY_CHANNEL' }
const deliver: SurveyCommand = { type: 'RecordDelivery', at: invitedAt, by: channel, data: delivered }
const fail: SurveyCommand = {
  type: 'RecordFailedDelivery',
  at: invitedAt,
  by: channel,
  data: { channel: null, reason: 'NO_CONTACT' },
}
const wasDelivered = {
  type: 'SurveyDelivered',
  data: { surveyId, ...delivered },
  occurredAt: invitedAt,
} as const
const hasFailed = {
  type: 'SurveyDeliveryFailed',
  data: { surveyId, channel: null, reason: 'NO_CONTACT' },
  occurredAt: invitedAt,
} as const

describe('an invitation', () => {
  it('is delivered once, also after it could not be (SVY-2)', () => {
    const { occurredAt: _, ...event } = wasDelivered
    spec.given(invited).when(deliver, nobody).then(event)
    spec.given(invited, hasFailed).when(deliver, nobody).then(event)
    spec.given(invited, wasDelivered).when(deliver, nobody).thenRefused('SVY-2')
    spec.given(invited, wasDelivered).when(fail, nobody).thenRefused('SVY-2')
  })

  it('shows why it could not be delivered, until it was (SVY-2)', () => {
    expect(spec.stateAfter([invited, hasFailed])).toMatchObject({
      status: 'INVITED',
      delivery: { channel: null, deliveredAt: null, failedAt: invitedAt, failure: 'NO_CONTACT' },
    })
    expect(spec.stateAfter([invited, hasFailed, wasDelivered])).toMatchObject({
      delivery: { channel: 'EMAIL', reference: 'q-1', deliveredAt: invitedAt, failedAt: null, failure: null },
    })
  })
})

describe('an answer to an invitation that went to a contact person', () => {
  const receivedAt = parseInstant('2026-03-01T09:00:00+08:00')
  const before = parseInstant('2026-03-01T08:59:59.999+08:00')
  const known = (enteredBy: string, enteredAt: typeof receivedAt): SurveyLookUp => ({
    ...{ involved: ['wang', 'li'], receivedAt },
    contact: { enteredBy, enteredAt },
  })
  const given = spec.given(invited, wasDelivered)

  it.each(['wang', ' ＷＡＮＧ', 'li'])(
    'whom %p, who is rated, entered since the complaint was received, does not count (SVY-2)',
    (by) => {
      given.when(answer(), known(by, receivedAt)).then(answeredWith({}, false))
    },
  )

  it('who was there before the complaint counts, whoever entered it (SVY-2, KPI-23)', () => {
    given.when(answer(), known('li', before)).then(answeredWith({}))
  })

  it('whom somebody else entered counts, the customer having called meanwhile (SVY-2, KPI-23)', () => {
    given.when(answer(), known('lin', receivedAt)).then(answeredWith({}))
  })

  it('does not count as long as nobody knows who entered it, or who is rated (SVY-2)', () => {
    const late = known('lin', receivedAt)
    given.when(answer(), { ...late, contact: null }).then(answeredWith({}, false))
    given.when(answer(), { ...late, involved: null }).then(answeredWith({}, false))
    given.when(answer(), { ...late, receivedAt: null, involved: null }).then(answeredWith({}, false))
  })
})

describe('a rating that staff enter for the customer', () => {
  const saidAt = parseInstant('2026-03-03T09:00:00+08:00')
  const enteredAt = parseInstant('2026-03-04T09:00:00+08:00')
  const said = {
    channel: 'PHONE',
    saidBy: 'Head nurse',
    saidAt,
    evidence: 'Recording 4711',
    serviceScore: 4,
    productScore: null,
    comment: null,
  } as const
  const enter = (by: string): SurveyCommand => ({
    type: 'RecordOfflineAnswer',
    at: enteredAt,
    by: { id: by, role: 'HOTLINE_AGENT' },
    data: said,
  })
  const { customerId } = invitation
  const event = (counts: boolean) =>
    ({ type: 'OfflineAnswerRecorded', data: { surveyId, customerId, ...said, counts } }) as const
  const involved: SurveyLookUp = { ...NOTHING_LOOKED_UP, involved: ['wang', 'li'] }
  const given = spec.given(invited)

  it('counts when a colleague enters it who has nothing to do with case and customer (SVY-2, KPI-23)', () => {
    given.when(enter('lin'), involved).then(event(true))
  })

  it.each(['wang', ' ＷＡＮＧ', 'li'])('is kept and does not count when %p enters it, who has (SVY-2)', (by) => {
    given.when(enter(by), involved).then(event(false))
  })

  it('does not count as long as nobody knows who has (SVY-2)', () => {
    given.when(enter('lin'), nobody).then(event(false))
  })

  it('takes no answer away from the customer, and is entered once (SVY-2)', () => {
    const entered = { ...event(false), occurredAt: enteredAt, actor: { id: 'li', role: 'SALESPERSON' } }
    expect(spec.stateAfter([invited, entered])).toMatchObject({
      status: 'INVITED',
      answer: null,
      offlineAnswer: { serviceScore: 4, counts: false, enteredBy: 'li', enteredAt },
    })
    spec
      .given(invited, entered)
      .when(answer({ serviceScore: 1 }), nobody)
      .then(answeredWith({ serviceScore: 1 }))
    spec.given(invited, entered).when(enter('lin'), involved).thenRefused('SVY-2')
  })

  it('was said after the invitation, before it is entered and before the invitation expired (SVY-2)', () => {
    const before = parseInstant('2026-03-01T09:00:00+08:00')
    const after = parseInstant('2026-03-05T09:00:00+08:00')
    for (const moment of [before, after])
      given.when({ ...enter('lin'), data: { ...said, saidAt: moment } } as SurveyCommand, involved).thenRefused('SVY-2')
    const late = { ...enter('lin'), at: parseInstant('2026-04-02T09:00:00+08:00') }
    given.when(late, involved).then(event(true))
    given.when({ ...late, data: { ...said, saidAt: justAfter } } as SurveyCommand, involved).thenRefused('SVY-2')
  })

  it('is a rating from 1 to 5 of something that was asked and not answered (SVY-1, SVY-2)', () => {
    given.when({ ...enter('lin'), data: { ...said, serviceScore: 6 } } as SurveyCommand, involved).thenRefused('SVY-1')
    spec.given(invited, wasAnswered).when(enter('lin'), involved).thenRefused('SVY-2')
  })
})

describe('history', () => {
  it('has no expiry where none was set (SVY-2)', () => {
    const open = { ...invited, data: { ...invitation, expiresAt: null } }
    spec
      .given(open)
      .when(answer({}, parseInstant('2036-01-01T00:00:00Z')), nobody)
      .then(answeredWith({}))
  })

  it('keeps a late answer and lists it as a finding (SVY-2)', () => {
    spec.given(invited).when(answer({}, justAfter), nobody).thenKept(['SVY-2'], answeredWith({}))
  })

  it('keeps no answer that nobody asked for', () => {
    spec.given().when(answer(), nobody).thenKept(['SVY-2'])
  })
})

describe('an invitation that every provider refused', () => {
  const { surveyId } = invitation
  const failedFor = (reason: 'REFUSED' | 'NO_CONTACT') =>
    ({ type: 'SurveyDeliveryFailed', data: { surveyId, channel: null, reason }, occurredAt: invitedAt }) as const
  const resend = (at = expiresAt): SurveyCommand => ({
    type: 'ResendInvitation',
    at,
    by: { id: 'li', role: 'SALESPERSON' },
    data: { reason: 'the number had a digit too few' },
  })
  const resent = {
    type: 'SurveyResendRequested',
    data: { surveyId, reason: 'the number had a digit too few' },
  } as const

  it('waits again once somebody says that the contact was corrected, and the record keeps who (SVY-2)', () => {
    spec.given(invited, failedFor('REFUSED')).when(resend(), nobody).then(resent)
    const after = spec.stateAfter([invited, failedFor('REFUSED'), { ...resent, occurredAt: expiresAt }])
    expect(after).toMatchObject({ status: 'INVITED', delivery: null, resends: [{ requestedAt: expiresAt }] })
    spec
      .given(invited, failedFor('REFUSED'), { ...resent, occurredAt: expiresAt })
      .when(resend(), nobody)
      .thenRefused('SVY-2')
  })

  it('is the only one: what was delivered, waits, or goes out by itself is not sent again (SVY-2)', () => {
    const sent = { surveyId, channel: 'EMAIL', contactId: null, reference: null } as const
    const delivered = { type: 'SurveyDelivered', data: sent, occurredAt: invitedAt } as const
    for (const past of [[invited], [invited, failedFor('NO_CONTACT')], [invited, delivered]])
      spec
        .given(...past)
        .when(resend(), nobody)
        .thenRefused('SVY-2')
    spec.given(invited, failedFor('REFUSED'), wasAnswered).when(resend(), nobody).thenRefused('SVY-2')
    spec.given(invited, failedFor('REFUSED')).when(resend(justAfter), nobody).thenRefused('SVY-2')
  })
})
