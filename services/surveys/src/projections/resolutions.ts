import { historyId } from '@afterline/events'
import { plusMillis } from '@afterline/rules'
import { type Kit, type Projection, repositoryOf } from '@afterline/service-kit'
import { surveys } from '../survey/survey.graph.ts'

export interface Resolution {
  readonly kind: 'COMPLAINT' | 'ORDER'
  readonly id: string
  /** Which resolution of the subject: 2 after one reopening. */
  readonly resolution: number
}

/** The survey about a resolution: one and the same id however often, and by whomever, it is asked for. */
export function surveyIdOf({ kind, id, resolution }: Resolution): string {
  return historyId('afterline', 'survey', `${kind}/${id}/${resolution}`)
}

/** When a resolution is confirmed, its customer is asked for a rating (SVY-2), in the event's own transaction. */
export function resolutionsProjection(kit: Kit): Projection {
  const { policies } = kit
  const repository = repositoryOf(surveys, kit)
  return {
    name: 'surveys.resolutions',
    version: 1,
    sources: ['after-sales'],
    collections: [],
    handlers: {
      async ResolutionConfirmed({ data, occurredAt: at }, { commands, session, following }) {
        const { customerId, complaintId, attempt } = data
        const subject: Resolution = { kind: 'COMPLAINT', id: complaintId, resolution: attempt }
        const surveyId = surveyIdOf(subject)
        const expiresAt = plusMillis(at, policies.setting('survey.validity', policies.versionAt(at)))
        const invitation = { surveyId, customerId, subject, expiresAt, sourceKey: null }
        // A refusal says that the customer was asked before, which is what was wanted.
        await commands.handle(
          repository,
          {
            id: surveyId,
            command: { type: 'InviteToSurvey', at, by: following.actor, data: invitation },
            idempotencyKey: `invite ${surveyId}`,
            correlationId: following.correlationId,
            causationId: following.causationId,
          },
          session,
        )
      },
    },
  }
}
