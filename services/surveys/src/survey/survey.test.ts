import type { SurveyEvent } from '@afterline/events'
import { parseInstant } from '@afterline/rules'
import { specificationOf } from '@afterline/service-kit/testing'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { surveyIdOf } from '../projections/resolutions.ts'
import { type Answer, type SurveyCommand, survey } from './survey.ts'

const spec = specificationOf(survey)
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
const wasAnswered = { type: 'SurveyAnswered', data: { ...answered, ...good }, occurredAt: expiresAt } as const
const answeredWith = (data: Partial<Answer>): SurveyEvent => ({
  type: 'SurveyAnswered',
  data: { ...answered, ...good, ...data },
})

describe('a resolution', () => {
  it('is asked about once (SVY-2)', () => {
    spec.given().when(invite, undefined).then({ type: 'SurveyInvited', data: invitation })
    spec.given(invited).when(invite, undefined).thenRefused('SVY-2')
    spec.given(invited, wasAnswered).when(invite, undefined).thenRefused('SVY-2')
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
    given.when(answer(), undefined).then(answeredWith({}))
  })

  it('does not answer after it (SVY-2)', () => {
    given.when(answer({}, justAfter), undefined).thenRefused('SVY-2')
  })

  it('rates the product as well, where there is something to say (SVY-1)', () => {
    given
      .when(answer({ productScore: 2, comment: null }), undefined)
      .then(answeredWith({ productScore: 2, comment: null }))
  })

  it('leaves no comment that says nothing', () => {
    given.when(answer({ comment: ' \n' }), undefined).then(answeredWith({ comment: null }))
  })

  it('says no more than can be kept (SVY-5)', () => {
    given.when(answer({ comment: 'x'.repeat(8001) }), undefined).thenRefused('SVY-5')
    given.when(answer({ comment: 'x'.repeat(8000) }), undefined).then(answeredWith({ comment: 'x'.repeat(8000) }))
  })

  it.each([0, 6, -1, 2.5, Number.NaN])('does not rate with %d (SVY-1)', (score) => {
    given.when(answer({ serviceScore: score, productScore: score }), undefined).thenRefused('SVY-1', 'SVY-1')
  })

  it('is told at once that the score is none and the invitation has expired', () => {
    given.when(answer({ serviceScore: 6 }, justAfter), undefined).thenRefused('SVY-1', 'SVY-2')
  })

  it('answers once (SVY-2)', () => {
    spec.given(invited, wasAnswered).when(answer(), undefined).thenRefused('SVY-2')
  })
})

describe('history', () => {
  it('has no expiry where none was set (SVY-2)', () => {
    const open = { ...invited, data: { ...invitation, expiresAt: null } }
    spec
      .given(open)
      .when(answer({}, parseInstant('2036-01-01T00:00:00Z')), undefined)
      .then(answeredWith({}))
  })

  it('keeps a late answer and lists it as a finding (SVY-2)', () => {
    spec.given(invited).when(answer({}, justAfter), undefined).thenKept(['SVY-2'], answeredWith({}))
  })

  it('keeps no answer that nobody asked for', () => {
    spec.given().when(answer(), undefined).thenKept(['SVY-2'])
  })
})
