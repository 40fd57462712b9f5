import { type DeadlineBoardQuestion, decodeDeadlineBoardId, encodeDeadlineBoardId } from '@afterline/rules'
import { deadlineConnectionOf, type deadlineOf, pageSize } from '@afterline/service-kit'
import type { Resolvers } from '../schema.generated.ts'

export interface BoardView extends DeadlineBoardQuestion {
  readonly id: string
}

export type DeadlineView = ReturnType<typeof deadlineOf>

export function deadlineBoardResolvers(): Resolvers {
  return {
    Query: {
      deadlineBoard(_, { filter }) {
        const question = {
          statuses: filter?.statuses ?? null,
          keys: filter?.keys ?? null,
          stream: filter?.stream ?? null,
          escalateTo: filter?.escalateTo ?? null,
          dueBefore: filter?.dueBefore ?? null,
        }
        return { ...question, id: encodeDeadlineBoardId(question) }
      },
    },
    DeadlineBoard: {
      __resolveReference: ({ id }) => ({ ...decodeDeadlineBoardId(id), id }),
      orders: async ({ id: _, ...question }, { first, after }, { kit }) =>
        deadlineConnectionOf(
          await kit.deadlines.list(question, { first: pageSize(first), after: after ?? null }),
          after,
        ),
    },
  }
}
