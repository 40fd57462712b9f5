import {
  type Command,
  createdId,
  execute,
  hasRole,
  type MutationInput,
  type RequestContext,
  requestError,
} from '@afterline/service-kit'
import type { MutationResolvers, ReceiveComplaintInput } from '../schema.generated.ts'
import { type ComplaintRepository, receivedOf } from './complaint.model.ts'
import type { ComplaintAccess } from './complaint-access.ts'
import type { ComplaintCommand } from './complaint-state.ts'

type Moment = Pick<Command, 'at' | 'by'>
type ToCommand = (moment: Moment) => ComplaintCommand

export function complaintMutations(repository: ComplaintRepository, access: ComplaintAccess): MutationResolvers {
  const send = async (context: RequestContext, id: string, input: MutationInput, toCommand: ToCommand) => {
    const { document, violations } = await execute(context, repository, id, input, (moment) =>
      toCommand({ ...moment, by: actingFor(context, moment) }),
    )
    return { complaint: document && receivedOf(document), violations }
  }
  const follow = async (
    context: RequestContext,
    input: MutationInput & { readonly complaintId: string },
    toCommand: ToCommand,
  ) => {
    const complaint = await access.load(context, input.complaintId)
    if (complaint === null) throw requestError('NOT_FOUND')
    return send(context, input.complaintId, input, toCommand)
  }

  return {
    receiveComplaint: (_, { input }, context) => {
      const complaintId = createdId(context, input, 'complaint')
      return send(context, complaintId, input, (moment) => receipt(moment, complaintId, input))
    },
    classifyComplaint: (_, { input }, context) => {
      const { complaintClass, reason } = input
      return follow(context, input, (moment) => ({
        ...moment,
        type: 'ClassifyComplaint',
        data: { complaintClass, reason },
      }))
    },
    registerComplaint: (_, { input }, context) => {
      const { verification, isSubstantiated } = input
      const data = { verification, isSubstantiated }
      return follow(context, input, (moment) => ({ ...moment, type: 'RegisterComplaint', data }))
    },
    issueOpinion: (_, { input }, context) => {
      const { opinion } = input
      return follow(context, input, (moment) => ({ ...moment, type: 'IssueOpinion', data: { opinion } }))
    },
    handleComplaint: (_, { input }, context) => {
      const data = { outcome: input.outcome, rootCause: input.rootCause ?? null, measure: input.measure }
      return follow(context, input, (moment) => ({ ...moment, type: 'HandleComplaint', data }))
    },
    markComplaintUnsolvable: (_, { input }, context) => {
      const { reason } = input
      return follow(context, input, (moment) => ({ ...moment, type: 'MarkComplaintUnsolvable', data: { reason } }))
    },
    acceptByAdministration: (_, { input }, context) => {
      const { expectedAt, reasonTold } = input
      const data = { expectedAt, reasonTold }
      return follow(context, input, (moment) => ({ ...moment, type: 'AcceptByAdministration', data }))
    },
    returnResult: (_, { input }, context) => {
      const { channel } = input
      return follow(context, input, (moment) => ({ ...moment, type: 'ReturnResult', data: { channel } }))
    },
    confirmResolution: (_, { input }, context) =>
      follow(context, input, (moment) => ({ ...moment, type: 'ConfirmResolution', data: {} })),
    reopenComplaint: (_, { input }, context) => {
      const { reason } = input
      return follow(context, input, (moment) => ({ ...moment, type: 'ReopenComplaint', data: { reason } }))
    },
    closeComplaint: (_, { input }, context) => {
      const { outcome } = input
      return follow(context, input, (moment) => ({ ...moment, type: 'CloseComplaint', data: { outcome } }))
    },
  }
}

function receipt(moment: Moment, complaintId: string, input: ReceiveComplaintInput): ComplaintCommand {
  return {
    ...moment,
    type: 'ReceiveComplaint',
    data: {
      complaintId,
      customerId: input.customerId,
      orderId: input.orderId || null,
      productId: input.productId || null,
      lotId: input.lotId || null,
      channel: input.channel,
      complaintClass: input.complaintClass,
      description: input.description,
      complainantName: input.complainantName || null,
      complainantPhone: input.complainantPhone || null,
      isAdverseEventSuspected: input.isAdverseEventSuspected,
    },
  }
}

/** Whoever belongs to administration acts as such here: hand-overs are decided by it (CMP-4). */
function actingFor(context: RequestContext, { by }: Moment): Moment['by'] {
  return hasRole(context, 'ADMINISTRATION') ? { ...by, role: 'ADMINISTRATION' } : by
}
