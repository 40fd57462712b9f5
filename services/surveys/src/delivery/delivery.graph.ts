import {
  type AggregateDocument,
  execute,
  inputInvalid,
  type PageArguments,
  pageOf,
  type RequestContext,
  repositoryOf,
  requestError,
  unfitValue,
} from '@afterline/service-kit'
import type { RecordDeliveryInput, Resolvers } from '../schema.generated.ts'
import type { Delivery } from '../survey/delivery.ts'
import { surveys } from '../survey/survey.graph.ts'
import type { Survey, SurveyCommand } from '../survey/survey.ts'
import type { SurveyTokens } from '../tokens/survey-token.ts'

/** What a machine can do that takes invitations to customers. */
export function deliveryResolvers(tokens: SurveyTokens) {
  return {
    Query: {
      openInvitations: (_, page, context) => openInvitations(context, tokens, page),
    },
    Mutation: {
      async recordDelivery(_, { entry, input }, context) {
        refuseAnythingBesides(context)
        const command = commandOf(input)
        const repository = repositoryOf(surveys, context.kit)
        const { document, violations } = await execute(
          context,
          repository,
          input.surveyId,
          entry,
          (moment): SurveyCommand => ({ ...moment, ...command }),
        )
        const state = document?.state
        return { delivery: state === undefined || state.status === 'UNINVITED' ? null : state.delivery, violations }
      },
    },
  } satisfies Resolvers
}

function commandOf({ channel = null, contactId = null, reference = null, failure = null }: RecordDeliveryInput) {
  if (failure !== null) return { type: 'RecordFailedDelivery', data: { channel, reason: failure } } as const
  if (channel === null || contactId === null) {
    const missing = Object.entries({ channel, contactId }).filter(([, value]) => value === null)
    throw inputInvalid(missing.map(([field]) => unfitValue(field, 'is missing')))
  }
  return { type: 'RecordDelivery', data: { channel, contactId, reference } } as const
}

interface OpenInvitation {
  readonly id: string
  readonly token: string
  readonly expiresAt: Survey['expiresAt']
  readonly customer: { readonly id: string }
  readonly delivery: Delivery | null
  readonly sending: number
}

function openInvitations(
  context: RequestContext,
  tokens: SurveyTokens,
  { includeDelivered, ...page }: PageArguments & { readonly includeDelivered: boolean },
) {
  refuseAnythingBesides(context)
  const { kit } = context
  const query = {
    list: 'openInvitations',
    collection: surveys.collection,
    match: [
      { 'state.status': 'INVITED' },
      { 'state.expiresAt': { $gte: kit.now() } },
      ...(includeDelivered ? [] : [{ 'state.delivery.deliveredAt': null }]),
    ],
    sort: 'state.invitedAt',
    direction: 1,
  } as const
  return pageOf<AggregateDocument<Survey>, OpenInvitation>(kit.connection, query, page, (found) =>
    // A document of an older release has no delivery, and was never sent again.
    found.map(({ _id: id, state: { customerId, expiresAt, delivery = null, resends = [] } }) => ({
      id,
      token: tokens.tokenOf(id),
      expiresAt,
      customer: { id: customerId },
      delivery,
      sending: resends.length + 1,
    })),
  )
}

/** For a machine that sends links: somebody who is anything else besides could use them. */
function refuseAnythingBesides({ principal }: RequestContext): void {
  if (principal.roles.length > 1) throw requestError('FORBIDDEN', 'A delivery channel is nothing else.')
}
