import { historyId } from '@afterline/events'
import {
  type ImportSource,
  importingActor,
  importRecords,
  type RequestContext,
  repositoryOf,
  type ToldRecord,
} from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'
import { surveys } from '../survey/survey.graph.ts'
import type { SurveyCommand } from '../survey/survey.ts'
import { commandsOf, problemsOf, type RatingRecord } from './rating-record.ts'

export const importResolvers = {
  Mutation: {
    importRatings(_, { input: { source, records, isCheck } }, context) {
      // A rating is judged by nothing that another record says.
      const presume = isCheck ? async () => undefined : null
      return importRecords(context, repositoryOf(surveys, context.kit), { source, records, presume }, (record) =>
        ratingToTell(context, source, record),
      )
    },
  },
} satisfies Resolvers

function ratingToTell(
  context: RequestContext,
  { system }: ImportSource,
  record: RatingRecord,
): ToldRecord<SurveyCommand> {
  const { row, key } = record
  const id = historyId(system, 'rating', key)
  const violations = problemsOf(record)
  const commands = violations.length > 0 ? [] : commandsOf(record, system, importingActor(context))
  return { row, key, id, commands, violations }
}
