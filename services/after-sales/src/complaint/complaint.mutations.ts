import type { Violation } from '@afterline/rules'
import {
  type Command,
  createdId,
  type Entry,
  execute,
  hasRole,
  type RequestContext,
  requestError,
} from '@afterline/service-kit'
import type { MutationResolvers, ReceiveComplaintInput } from '../schema.generated.ts'
import { type ComplaintRepository, type ReceivedComplaint, receivedOf } from './complaint.model.ts'
import type { ComplaintAccess } from './complaint-access.ts'
import type { ComplaintCommand } from './complaint-state.ts'

type Moment = Pick<Command, 'at' | 'by'>
type ToCommand = (moment: Moment) => ComplaintCommand

/** How mutations reach the aggregate. */
interface Desk {
  /** Any command, for whoever may give it. */
  send(context: RequestContext, id: string, entry: Entry, toCommand: ToCommand): Promise<Answer>
  /** A command on a complaint that the caller must be able to see. @throws GraphQLError `NOT_FOUND` */
  follow(context: RequestContext, entry: Entry, input: FollowingInput, toCommand: ToCommand): Promise<Answer>
}

interface FollowingInput {
  readonly complaintId: string
}

interface Answer {
  readonly complaint: ReceivedComplaint | null
  readonly violations: readonly Violation[]
}

export function complaintMutations(repository: ComplaintRepository, access: ComplaintAccess): MutationResolvers {
  const desk = deskOf(repository, access)
  return { ...stepsToHandling(desk), ...handOver(desk), ...stepsToClosing(desk) }
}

function deskOf(repository: ComplaintRepository, access: ComplaintAccess): Desk {
  const send: Desk['send'] = async (context, id, entry, toCommand) => {
    const { document, violations } = await execute(context, repository, id, entry, (moment) =>
      toCommand({ ...moment, by: actingFor(context, moment) }),
    )
    return { complaint: document && receivedOf(document), violations }
  }
  return {
    send,
    async follow(context, entry, input, toCommand) {
      if ((await access.load(context, input.complaintId)) === null) throw requestError('NOT_FOUND')
      return send(context, input.complaintId, entry, toCommand)
    },
  }
}

function stepsToHandling({ send, follow }: Desk): MutationResolvers {
  return {
    receiveComplaint: (_, { entry, input }, context) => {
      refuseUnstorable(input)
      const complaintId = createdId(context, entry, 'complaint')
      return send(context, complaintId, entry, (moment) => receipt(moment, complaintId, input))
    },
    classifyComplaint: (_, { entry, input }, context) => {
      const data = { complaintClass: input.complaintClass, reason: input.reason }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'ClassifyComplaint', data }))
    },
    registerComplaint: (_, { entry, input }, context) => {
      const data = { verification: input.verification, isSubstantiated: input.isSubstantiated }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'RegisterComplaint', data }))
    },
    issueOpinion: (_, { entry, input }, context) => {
      const data = { opinion: input.opinion }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'IssueOpinion', data }))
    },
    handleComplaint: (_, { entry, input }, context) => {
      const data = { outcome: input.outcome, rootCause: input.rootCause ?? null, measure: input.measure }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'HandleComplaint', data }))
    },
  }
}

function handOver({ follow }: Desk): MutationResolvers {
  return {
    markComplaintUnsolvable: (_, { entry, input }, context) => {
      const data = { reason: input.reason }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'MarkComplaintUnsolvable', data }))
    },
    acceptByAdministration: (_, { entry, input }, context) => {
      const data = { expectedAt: input.expectedAt, reasonTold: input.reasonTold }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'AcceptByAdministration', data }))
    },
  }
}

function stepsToClosing({ follow }: Desk): MutationResolvers {
  return {
    returnResult: (_, { entry, input }, context) => {
      const data = { channel: input.channel }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'ReturnResult', data }))
    },
    confirmResolution: (_, { entry, input }, context) =>
      follow(context, entry, input, (moment) => ({ ...moment, type: 'ConfirmResolution', data: {} })),
    reopenComplaint: (_, { entry, input }, context) => {
      const data = { reason: input.reason }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'ReopenComplaint', data }))
    },
    closeComplaint: (_, { entry, input }, context) => {
      const data = { outcome: input.outcome }
      return follow(context, entry, input, (moment) => ({ ...moment, type: 'CloseComplaint', data }))
    },
  }
}

/** Characters that can be taken down; the description leaves room for the references that are noted in it. */
const LONGEST = { description: 7000, complainantName: 300, complainantPhone: 300 } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** CMP-1 lets no content refuse a complaint; what cannot be stored at all is no content but an error of the client. */
function refuseUnstorable(input: ReceiveComplaintInput): void {
  if (!UUID.test(input.customerId)) throw requestError('INPUT_INVALID', 'customerId must be a UUID.')
  for (const [field, longest] of Object.entries(LONGEST)) {
    const text = input[field as keyof typeof LONGEST] ?? ''
    if (text.length > longest) throw requestError('INPUT_INVALID', `${field} has more than ${longest} characters.`)
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
