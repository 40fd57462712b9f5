import type { SurveyEvent } from '@afterline/events'
import { type AggregateDocument, defineAggregateModel, type Repository } from '@afterline/service-kit'
import type { Connection, Model } from 'mongoose'
import { type NoFacts, type Survey, type SurveyCommand, type SurveyState, survey } from './survey.ts'

export type SurveyDocument = AggregateDocument<SurveyState>
export type SurveyModel = Model<SurveyDocument>
export type SurveyRepository = Repository<SurveyState, SurveyCommand, SurveyEvent, NoFacts>

/** One index per way in which portals list surveys; `_id` at the end makes every order total, as paging needs. */
export function surveyModel(connection: Connection): SurveyModel {
  return defineAggregateModel<SurveyState>(connection, 'surveys', [
    { fields: { 'state.invitedAt': 1, _id: 1 } },
    { fields: { 'state.status': 1, 'state.invitedAt': 1, _id: 1 } },
    { fields: { 'state.customerId': 1, 'state.invitedAt': 1, _id: 1 } },
    { fields: { 'state.subject.id': 1, 'state.subject.kind': 1, 'state.invitedAt': 1, _id: 1 } },
  ])
}

export function surveyRepository(model: SurveyModel): SurveyRepository {
  return { aggregate: survey, model, creates: ['InviteToSurvey'], readFacts: async () => ({}) }
}

/** A survey as it is read: a document begins with its invitation, so the customer has been asked. */
export type AskedSurvey = AggregateDocument<Survey>

/** @throws Error for a document without an event, which the store never writes */
export function askedOf(document: SurveyDocument): AskedSurvey {
  const { state } = document
  if (state.status === 'UNINVITED') throw new Error(`survey ${document._id} has no event`)
  return { ...document, state }
}
