import {
  type AggregateGraph,
  being,
  between,
  graphOf,
  inputInvalid,
  listOf,
  oneOf,
  personalText,
  type RequestContext,
  refuseAnothers,
  tooLong,
  unfitValue,
} from '@afterline/service-kit'
import type { Filled } from '@afterline/service-kit/aggregate'
import { loadKnownRecord } from '../projections/known-records.ts'
import type { ComplaintReference, ReceiveComplaintInput, Resolvers } from '../schema.generated.ts'
import { complaint } from './complaint.ts'
import type { ComplaintTypes, ShownComplaint } from './state.ts'

export const complaints: AggregateGraph<ComplaintTypes> = graphOf(complaint, {
  type: 'Complaint',
  collection: 'complaints',
  async lookUp({ at }, _, { kit: { policies } }) {
    const confirmationAttempts = policies.setting('complaint.confirmationAttempts', policies.versionAt(at))
    return { zone: policies.tenantZone, confirmationAttempts }
  },
  ownerOf: async (context, { customerId }) => ownerOfCustomer(context, customerId),
  lists: {
    complaints: {
      description: 'Complaints. A salesperson reads those of a customer under Customer.complaints.',
      filter: {
        status: oneOf('ComplaintStatus'),
        complaintClass: oneOf('ComplaintClass'),
        customerId: oneOf('ID'),
        channel: oneOf('ContactChannel'),
        withAdministration: being({
          path: 'state.isWithAdministration',
          description: 'True: handed over and not handled yet.',
        }),
        receivedAt: between(),
      },
      sort: { NEWEST_FIRST: '-receivedAt', OLDEST_FIRST: 'receivedAt' },
      readers: 'COMPLAINT_OVERVIEW_READERS',
    },
  },
  mutations: {
    ReceiveComplaint(input: Filled<ReceiveComplaintInput>, { id }) {
      refuseUnstorable(input)
      return {
        ...input,
        complaintId: id,
        orderId: input.orderId || null,
        productId: input.productId || null,
        lotId: input.lotId || null,
        complainantName: input.complainantName || null,
        complainantPhone: input.complainantPhone || null,
      }
    },
  },
  resolvers: {
    Complaint: {
      customer: ({ customerId }) => ({ id: customerId }),
      order: ({ orderId }) => linkTo(orderId),
      product: ({ productId }) => linkTo(productId),
      lot: ({ lotId }) => linkTo(lotId),
      unknownReferences: (record, _, context) => unknownReferences(context, record),
      description: ({ description }, _, context) => personalText(context, description),
      complainant: (record) => record,
      handOver: ({ handOvers }) => handOvers.at(-1) ?? null,
      resultReturns: ({ returns }) => returns,
    },
    Complainant: {
      name: ({ complainantName }, _, context) => personalText(context, complainantName),
      phone: ({ complainantPhone }, _, context) => personalText(context, complainantPhone),
    },
    ComplaintRegistration: { verification: ({ verification }, _, context) => personalText(context, verification) },
    Customer: {
      async complaints({ id }, args, context) {
        await refuseAnothers(context, () => ownerOfCustomer(context, id))
        return listOf(context, complaints, 'complaints', args, { customerId: [id] })
      },
    },
  } satisfies Resolvers,
})

async function ownerOfCustomer(context: RequestContext, customerId: string): Promise<string | null> {
  return (await loadKnownRecord(context, `customer-${customerId}`))?.ownerId ?? null
}

function linkTo(id: string | null) {
  return id === null ? null : { id }
}

/** CMP-1: what a complaint names need not exist; whoever handles it sees what to ask about. */
async function unknownReferences(
  context: RequestContext,
  { customerId, orderId, productId, lotId }: ShownComplaint,
): Promise<readonly ComplaintReference[]> {
  const named = [
    { reference: 'CUSTOMER', category: 'customer', id: customerId },
    { reference: 'ORDER', category: 'order', id: orderId },
    { reference: 'PRODUCT', category: 'product', id: productId },
    { reference: 'LOT', category: 'lot', id: lotId },
  ] as const
  const isUnknown = await Promise.all(
    named.map(
      async ({ category, id }) => id !== null && (await loadKnownRecord(context, `${category}-${id}`)) === null,
    ),
  )
  return named.filter((_, index) => isUnknown[index]).map(({ reference }) => reference)
}

/** Characters that can be taken down; the description leaves room for the references that are noted in it. */
const LONGEST = { description: 7000, complainantName: 300, complainantPhone: 300 } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** CMP-1 lets no content refuse a complaint; what cannot be stored at all is no content but an error of the client. */
function refuseUnstorable(input: Filled<ReceiveComplaintInput>): void {
  const lengths = Object.entries(LONGEST).flatMap(([field, longest]) => {
    const text = input[field as keyof typeof LONGEST] ?? ''
    return text.length > longest ? [tooLong(field, longest)] : []
  })
  const problems = [...(UUID.test(input.customerId) ? [] : [unfitValue('customerId', 'must be a UUID')]), ...lengths]
  if (problems.length > 0) throw inputInvalid(problems)
}
