import type { Violation } from '@afterline/rules'
import { type Finding, type RequestContext, requestError } from '@afterline/service-kit'
import type { MutationResolvers } from '../schema.generated.ts'
import type { SurveyRepository } from '../survey/survey.model.ts'
import { historyOf, idOfRating, problemsOf, type RatingRecord } from './rating-record.ts'

const MOST_RECORDS = 200
/** Enough to hide the round trips; more would only wait for each other in the database. */
const AT_ONCE = 8

const statuses = { imported: 'IMPORTED', alreadyPresent: 'ALREADY_PRESENT', unusable: 'UNUSABLE' } as const

interface ImportedRating {
  readonly row: number
  readonly key: string
  readonly id: string
  readonly status: (typeof statuses)[keyof typeof statuses]
  readonly findings: readonly Finding[]
  readonly violations: readonly Violation[]
}

export function ratingImport(repository: SurveyRepository): Pick<MutationResolvers, 'importRatings'> {
  return {
    importRatings: async (_, { input: { source, records } }, context) => {
      if (records.length > MOST_RECORDS) throw requestError('INPUT_INVALID', `At most ${MOST_RECORDS} records at once.`)
      return { results: await eachOf(records, (record) => importRating(context, repository, record, source)) }
    },
  }
}

async function importRating(
  { kit, principal }: RequestContext,
  repository: SurveyRepository,
  record: RatingRecord,
  { system, file }: Pick<Finding['source'], 'system' | 'file'>,
): Promise<ImportedRating> {
  const { row, key } = record
  const named = { row, key, id: idOfRating(system, record) }
  const problems = problemsOf(record)
  if (problems.length > 0) return { ...named, status: 'UNUSABLE', findings: [], violations: problems }
  const by = { id: principal.id, role: 'OPERATOR' }
  const history = historyOf(record, { system, file, row }, by, principal.correlationId)
  const { status, document, violations } = await kit.commands.importHistory(repository, history)
  const isUnusable = status === 'unusable'
  return {
    ...named,
    status: statuses[status],
    findings: document?.findings ?? [],
    violations: isUnusable ? violations : [],
  }
}

/** Results in the order of the records, with at most `AT_ONCE` under way. */
async function eachOf<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  // The workers share one iterator: each takes the next item when it is free.
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
