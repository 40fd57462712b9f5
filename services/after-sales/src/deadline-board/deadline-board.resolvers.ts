import { decodeDeadlineBoardId } from '@afterline/rules'
import { deadlineConnectionOf, type deadlineOf, pageSize } from '@afterline/service-kit'
import type { DeadlineBoardResolvers } from '../schema.generated.ts'

export type DeadlineView = ReturnType<typeof deadlineOf>

/** What complaints contribute to the board: every limit of this service is one of a complaint. */
export const deadlineBoardResolvers: DeadlineBoardResolvers = {
  complaints: async ({ id }, { first, after }, { kit }) => {
    const page = { first: pageSize(first), after: after ?? null }
    return deadlineConnectionOf(await kit.deadlines.list(decodeDeadlineBoardId(id), page), after)
  },
}
