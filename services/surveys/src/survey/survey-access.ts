import type { RequestContext } from '@afterline/service-kit'
import DataLoader from 'dataloader'
import { type AskedSurvey, askedOf, type SurveyDocument, type SurveyModel } from './survey.model.ts'

/** A customer as this service knows one: the file is another's. */
export interface CustomerReference {
  readonly id: string
}

/** A complaint as this service knows one. */
export interface ComplaintReference {
  readonly id: string
}

/** The survey; `null` when there is none. */
export function loadSurvey(context: RequestContext, model: SurveyModel, surveyId: string): Promise<AskedSurvey | null> {
  return context.loaderOf('survey', () => byId(model)).load(surveyId)
}

const MOST_PER_COMPLAINT = 50

/** The surveys about one complaint, newest first. */
export function surveysOfComplaint(
  context: RequestContext,
  model: SurveyModel,
  complaintId: string,
): Promise<readonly AskedSurvey[]> {
  return context.loaderOf('surveys-of-complaint', () => byComplaint(model)).load(complaintId)
}

function byId(model: SurveyModel): DataLoader<string, AskedSurvey | null> {
  return new DataLoader(async (ids) => {
    const found = await model.find({ _id: { $in: [...ids] } }).lean<SurveyDocument[]>()
    const surveys = new Map(found.map((document) => [document._id, askedOf(document)]))
    return ids.map((id) => surveys.get(id) ?? null)
  })
}

/** A complaint is resolved a few times at most, so one look finds those of a whole page of complaints. */
function byComplaint(model: SurveyModel): DataLoader<string, readonly AskedSurvey[]> {
  return new DataLoader(
    async (ids) => {
      const found = await model
        .find({ 'state.subject.id': { $in: [...ids] }, 'state.subject.kind': 'COMPLAINT' })
        .sort({ 'state.invitedAt': -1, _id: -1 })
        .limit(ids.length * MOST_PER_COMPLAINT)
        .lean<SurveyDocument[]>()
      const bySubject = Map.groupBy(found.map(askedOf), ({ state }) => state.subject.id)
      return ids.map((id) => bySubject.get(id) ?? [])
    },
    { maxBatchSize: 100 },
  )
}
