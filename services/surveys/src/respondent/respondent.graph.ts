import {
  type Entry,
  execute,
  inputInvalid,
  loadForAnybody,
  type RequestContext,
  repositoryOf,
  requestError,
  unfitValue,
} from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'
import { surveys } from '../survey/survey.graph.ts'
import { isExpired, type ShownSurvey, type SurveyCommand } from '../survey/survey.ts'
import type { SurveyTokens } from '../tokens/survey-token.ts'
import { surveyQuestions } from './questions.ts'

/*
 * What a respondent without a login can do. The token is the only right to it: forged, mistyped and unknown ones get one
 * and the same answer, so that nobody learns which surveys exist.
 */
export function respondentResolvers(tokens: SurveyTokens) {
  return {
    Query: {
      surveyByToken: (_, { token }, context) => surveyByToken(context, tokens, token),
    },
    Mutation: {
      async answerSurvey(_, { entry, input }, context) {
        refuseStaff(context)
        refuseStatedMoment(entry)
        if (entry.idempotencyKey.trim() === '') throw inputInvalid([unfitValue('idempotencyKey', 'is blank')])
        const asked = await surveyByToken(context, tokens, input.token)
        const { serviceScore, productScore = null, comment = null } = input
        const data = { serviceScore, productScore, comment }
        // Respondents without a login are one actor, so each survey has keys of its own.
        const idempotencyKey = `${asked.id} ${entry.idempotencyKey}`
        const repository = repositoryOf(surveys, context.kit)
        const { document, violations, isRepeated } = await execute(
          context,
          repository,
          asked.id,
          { idempotencyKey },
          (moment): SurveyCommand => ({ ...moment, type: 'AnswerSurvey', data }),
        )
        const state = document?.state
        return {
          form: state === undefined || state.status === 'UNINVITED' ? asked : { ...asked, ...state },
          violations,
          isRepeated,
        }
      },
    },
    // Says what is asked, and nothing about anybody.
    SurveyForm: {
      subjectKind: ({ subject }) => subject.kind,
      questions: () => surveyQuestions,
      isAnswered: ({ status }) => status === 'ANSWERED',
      isExpired: (asked, _, { kit }) => asked.status === 'INVITED' && isExpired(asked, kit.now()),
    },
  } satisfies Resolvers
}

/** Nobody on staff answers in a customer's place, whoever handled the case (SVY-2). */
function refuseStaff({ principal }: RequestContext): void {
  if (principal.roles.some((role) => role !== 'PUBLIC'))
    throw requestError('FORBIDDEN', 'A customer answers without a sign-in; staff do not answer.')
}

async function surveyByToken(context: RequestContext, tokens: SurveyTokens, token: string): Promise<ShownSurvey> {
  const surveyId = tokens.surveyIdOf(token)
  const asked = surveyId === null ? null : await loadForAnybody(context, surveys, surveyId)
  if (asked === null) throw requestError('NOT_FOUND')
  return asked
}

/** A respondent answers now, whatever version the survey has: only staff enter things late, or know of other records. */
function refuseStatedMoment({ expectedVersion, occurredAt, backdatedBecause, after }: Entry): void {
  for (const [field, value] of Object.entries({ expectedVersion, occurredAt, backdatedBecause, after })) {
    if (value !== null && value !== undefined) throw requestError('INPUT_INVALID', `${field} is for staff.`, { field })
  }
}
