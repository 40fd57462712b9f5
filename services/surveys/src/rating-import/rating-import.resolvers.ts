import { historyId } from '@afterline/events'
import {
  type ImportSource,
  importingActor,
  importRecords,
  type RequestContext,
  type ToldRecord,
} from '@afterline/service-kit'
import type { MutationResolvers } from '../schema.generated.ts'
import type { SurveyRepository } from '../survey/survey.model.ts'
import type { SurveyCommand } from '../survey/survey.ts'
import { commandsOf, problemsOf, type RatingRecord } from './rating-record.ts'

export function ratingImport(repository: SurveyRepository): Pick<MutationResolvers, 'importRatings'> {
  return {
    importRatings: (_, { input: { source, records } }, context) =>
      importRecords(context, repository, source, records, (record) => ratingToTell(context, source, record)),
  }
}

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
