import { deadlinesOf, personalText, type RequestContext } from '@afterline/service-kit'
import type {
  ComplainantResolvers,
  ComplaintReference,
  ComplaintRegistrationResolvers,
  ComplaintResolvers,
  CustomerResolvers,
  QueryResolvers,
} from '../schema.generated.ts'
import type { ComplaintModel, ReceivedComplaint } from './complaint.model.ts'
import type { ComplaintAccess } from './complaint-access.ts'
import { listComplaints } from './complaint-list.ts'

export function complaintQueries(model: ComplaintModel, access: ComplaintAccess): QueryResolvers {
  return {
    complaint: (_, { id }, context) => access.load(context, id),
    complaints: (_, { filter, ...page }) => listComplaints(model, filter ?? {}, page),
  }
}

export function customerResolvers(model: ComplaintModel, access: ComplaintAccess): CustomerResolvers {
  return {
    async complaints({ id }, { status, ...page }, context) {
      await access.refuseForeignCustomer(context, id)
      return listComplaints(model, { customerId: id, status }, page)
    },
  }
}

const linkTo = (id: string | null) => (id === null ? null : { id })

export function complaintResolvers(access: ComplaintAccess): ComplaintResolvers {
  return {
    __resolveReference: ({ id }, context) => access.load(context, id),
    id: ({ _id }) => _id,
    status: ({ state }) => state.status,
    complaintClass: ({ state }) => state.complaintClass,
    customer: ({ state }) => linkTo(state.customerId),
    order: ({ state }) => linkTo(state.orderId),
    product: ({ state }) => linkTo(state.productId),
    lot: ({ state }) => linkTo(state.lotId),
    unknownReferences: (complaint, _, context) => unknownReferences(access, context, complaint),
    channel: ({ state }) => state.channel,
    receivedAt: ({ state }) => state.receivedAt,
    receivedBy: ({ state }) => state.receivedBy,
    description: ({ state }, _, context) => personalText(context, state.description),
    complainant: ({ state }) => state,
    isAdverseEventSuspected: ({ state }) => state.isAdverseEventSuspected,
    classifications: ({ state }) => state.classifications,
    registration: ({ state }) => state.registration,
    opinions: ({ state }) => state.opinions,
    attempt: ({ state }) => state.attempt,
    attempts: ({ state }) => state.attempts,
    isWithAdministration: ({ state }) => state.isWithAdministration,
    handOver: ({ state }) => state.handOvers.at(-1) ?? null,
    resultReturns: ({ state }) => state.returns,
    confirmation: ({ state }) => state.confirmation,
    reopenings: ({ state }) => state.reopenings,
    closure: ({ state }) => state.closure,
    deadlines: ({ _id }, _, context) => deadlinesOf(context, `complaint-${_id}`),
  }
}

export const complainantResolvers: ComplainantResolvers = {
  name: ({ complainantName }, _, context) => personalText(context, complainantName),
  phone: ({ complainantPhone }, _, context) => personalText(context, complainantPhone),
}

export const registrationResolvers: ComplaintRegistrationResolvers = {
  verification: ({ verification }, _, context) => personalText(context, verification),
}

/** CMP-1: what a complaint names need not exist; whoever handles it sees what to ask about. */
async function unknownReferences(
  access: ComplaintAccess,
  context: RequestContext,
  { state }: ReceivedComplaint,
): Promise<readonly ComplaintReference[]> {
  const named = [
    { reference: 'CUSTOMER', category: 'customer', id: state.customerId },
    { reference: 'ORDER', category: 'order', id: state.orderId },
    { reference: 'PRODUCT', category: 'product', id: state.productId },
    { reference: 'LOT', category: 'lot', id: state.lotId },
  ] as const
  const isUnknown = await Promise.all(
    named.map(async ({ category, id }) => id !== null && !(await access.isKnown(context, `${category}-${id}`))),
  )
  return named.filter((_, index) => isUnknown[index]).map(({ reference }) => reference)
}
