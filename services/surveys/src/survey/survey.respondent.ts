import { type Entry, execute, type RequestContext, requestError } from '@afterline/service-kit'
import type { MutationResolvers, QueryResolvers, SurveyFormResolvers } from '../schema.generated.ts'
import { type AskedSurvey, askedOf, type SurveyModel, type SurveyRepository } from './survey.model.ts'
import { isExpired, type SurveyCommand } from './survey.ts'
import { loadSurvey } from './survey-access.ts'
import { surveyQuestions } from './survey-questions.ts'
import type { SurveyTokens } from './survey-token.ts'

/*
 * What a respondent without a login can do. The token is the only right to it: forged, mistyped and unknown ones get one
 * and the same answer, so that nobody learns which surveys exist.
 */

async function surveyByToken(
  context: RequestContext,
  model: SurveyModel,
  tokens: SurveyTokens,
  token: string,
): Promise<AskedSurvey> {
  const surveyId = tokens.surveyIdOf(token)
  const survey = surveyId === null ? null : await loadSurvey(context, model, surveyId)
  if (survey === null) throw requestError('NOT_FOUND')
  return survey
}

export function respondentQueries(model: SurveyModel, tokens: SurveyTokens): Pick<QueryResolvers, 'surveyByToken'> {
  return { surveyByToken: (_, { token }, context) => surveyByToken(context, model, tokens, token) }
}

export function respondentMutations(
  repository: SurveyRepository,
  tokens: SurveyTokens,
): Pick<MutationResolvers, 'answerSurvey'> {
  return {
    answerSurvey: async (_, { entry, input }, context) => {
      refuseStatedMoment(entry)
      const survey = await surveyByToken(context, repository.model, tokens, input.token)
      const { serviceScore, productScore = null, comment = null } = input
      const data = { serviceScore, productScore, comment }
      // Respondents without a login are one actor, so each survey has keys of its own.
      const idempotencyKey = `${survey._id} ${entry.idempotencyKey}`
      const { document, violations } = await execute(
        context,
        repository,
        survey._id,
        { idempotencyKey },
        (moment): SurveyCommand => {
          return { ...moment, type: 'AnswerSurvey', data }
        },
      )
      return { form: document === null ? survey : askedOf(document), violations }
    },
  }
}

/** A respondent answers now, whatever version the survey has: only staff enter things late. */
function refuseStatedMoment({ expectedVersion, occurredAt, backdatedBecause }: Entry): void {
  for (const [field, value] of Object.entries({ expectedVersion, occurredAt, backdatedBecause })) {
    if (value !== null && value !== undefined) throw requestError('INPUT_INVALID', `${field} is for staff.`, { field })
  }
}

/** Says what is asked, and nothing about anybody. */
export const surveyFormResolvers: SurveyFormResolvers = {
  subjectKind: ({ state }) => state.subject.kind,
  questions: () => surveyQuestions,
  isAnswered: ({ state }) => state.status === 'ANSWERED',
  isExpired: ({ state }, _, { kit }) => state.status === 'INVITED' && isExpired(state, kit.now()),
  expiresAt: ({ state }) => state.expiresAt,
}
