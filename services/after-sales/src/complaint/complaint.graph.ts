import { ComplaintReceived, described, named, nullable, type Static, Type } from '@afterline/events'
import { gtinFrom, identifierOf } from '@afterline/rules'
import {
  type AggregateGraph,
  being,
  between,
  computed,
  graphOf,
  inputInvalid,
  oneOf,
  opensRow,
  type RequestContext,
  referenceTo,
  tooLong,
  unfitValue,
} from '@afterline/service-kit'
import { type Filled, labelled } from '@afterline/service-kit/aggregate'
import { loadKnownRecord, loadLotOfNumber, loadProductOfDevice, ownerOfCustomer } from '../projections/known-records.ts'
import type { ReceiveComplaintInput } from '../schema.generated.ts'
import { complaint } from './complaint.ts'
import { NO_GOODS } from './decide/scanned-goods.ts'
import { HandOver } from './fields.ts'
import { knownGoods } from './known-goods.graph.ts'
import type { ComplaintTypes, ShownComplaint } from './state.ts'

const { complainantName, complainantPhone } = ComplaintReceived.data.properties
const Complainant = named(
  'Complainant',
  'The person who complained, for calling back. Stored encrypted; masked for roles that do not deal with customers.',
  {
    name: described(complainantName, 'Null when not given, or once the person was erased.'),
    phone: described(complainantPhone, 'Null when not given, or once the person was erased.'),
  },
)
const ComplaintReference = labelled('ComplaintReference', 'What a complaint can name.', [
  'CUSTOMER',
  'ORDER',
  'PRODUCT',
  'LOT',
])

export const complaints: AggregateGraph<ComplaintTypes> = graphOf(complaint, {
  type: 'Complaint',
  says: 'A complaint. It is always accepted; there is no rejected one (CMP-1).',
  audience: 'COMPLAINT_READERS',
  collection: 'complaints',
  async lookUp({ type, data, at }, _, reading) {
    const { policies } = reading.kit
    const confirmationAttempts = policies.setting('complaint.confirmationAttempts', policies.versionAt(at))
    const goods = type === 'ReceiveComplaint' ? await knownGoods(reading, data, at) : NO_GOODS
    return { zone: policies.tenantZone, confirmationAttempts, goods }
  },
  ownerOf: async (context, { customerId }) => ownerOfCustomer(context, customerId),
  lists: {
    complaints: {
      description: 'Complaints. A salesperson reads those of a customer under Customer.complaints.',
      of: {
        Customer: {
          by: 'customerId',
          description: "The customer's complaints. FORBIDDEN to a salesperson whose customer it is not.",
          readers: 'COMPLAINT_READERS',
          ownerOf: ownerOfCustomer,
        },
      },
      filter: {
        status: oneOf('ComplaintStatus'),
        complaintClass: oneOf('ComplaintClass'),
        customerId: oneOf('ID'),
        channel: oneOf('ContactChannel'),
        lotId: oneOf('ID', {
          description: 'Naming any of these lots, or bearing the label of one that was known then.',
        }),
        lotNumber: oneOf('String', {
          path: 'state.lotIdentifier',
          keptAs: identifierOf,
          description: 'About goods whose label bears any of these lot numbers, however it is written, known or not.',
        }),
        deviceIdentifier: oneOf('String', {
          path: 'state.goods.deviceIdentifier',
          keptAs: (written) => gtinFrom(written) ?? written,
          description: 'About goods whose label bears any of these GTINs, known or not.',
        }),
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
  wholeCase: [
    'ClassifyComplaint',
    'RegisterComplaint',
    'IssueOpinion',
    'HandleComplaint',
    'ReturnResult',
    'ConfirmResolution',
    'CloseComplaint',
  ],
  fields: {
    customer: computed(
      nullable(referenceTo('Customer', 'Whose complaint it is, as named at receipt; need not have a file (CMP-1).')),
      ({ customerId }) => linkTo(customerId),
    ),
    order: computed(mayBeNamed('Order'), ({ orderId }) => linkTo(orderId)),
    product: computed(mayBeNamed('Product'), async (record, _, context) => linkTo(await productOf(context, record))),
    lot: computed(mayBeNamed('Lot'), async (record, _, context) => linkTo(await lotOf(context, record))),
    unknownReferences: computed(
      described(
        Type.Array(ComplaintReference),
        'What the complaint names and nobody has on record (yet): CUSTOMER, ORDER, PRODUCT, LOT. Accepted all the same (CMP-1).',
      ),
      (record, _, context) => unknownReferences(context, record),
    ),
    complainant: computed(
      described(Complainant, 'Masked and erased as the description.'),
      ({ complainantName, complainantPhone }) => ({ name: complainantName, phone: complainantPhone }),
    ),
    handOver: computed(
      described(nullable(HandOver), 'The latest hand-over to administration (CMP-4); null when there was none.'),
      ({ handOvers }) => handOvers.at(-1) ?? null,
    ),
  },
})

/** Another record that the complainant may have named. */
function mayBeNamed(type: 'Order' | 'Product' | 'Lot') {
  const what = type.toLowerCase()
  return nullable(
    referenceTo(
      type,
      `The ${what} that it is about, where the complainant named one; need not exist (CMP-1). Else the one that its label bears, as soon as it is on record.`,
    ),
  )
}

/** As it was named, else as the label says, of which nobody may have told when the complaint came. */
async function productOf(context: RequestContext, { productId, goods }: ShownComplaint): Promise<string | null> {
  const device = goods?.deviceIdentifier ?? null
  return productId ?? (device === null ? null : await loadProductOfDevice(context, device))
}

async function lotOf(context: RequestContext, record: ShownComplaint): Promise<string | null> {
  const lotNumber = record.goods?.lotNumber ?? null
  if (record.lotId !== null || lotNumber === null) return record.lotId
  const productId = await productOf(context, record)
  return productId === null ? null : loadLotOfNumber(context, productId, lotNumber)
}

function linkTo(id: string | null) {
  return id === null ? null : { id }
}

/**
 * CMP-1: what a complaint names need not exist; whoever handles it sees what to ask about. An order that the caller may not
 * see is as unknown as one that nobody placed.
 */
async function unknownReferences(
  context: RequestContext,
  record: ShownComplaint,
): Promise<readonly Static<typeof ComplaintReference>[]> {
  const { customerId, orderId, goods } = record
  const [productId, lotId] = await Promise.all([productOf(context, record), lotOf(context, record)])
  const named = [
    { reference: 'CUSTOMER', category: 'customer', id: customerId },
    { reference: 'ORDER', category: 'order', id: orderId },
    { reference: 'PRODUCT', category: 'product', id: productId },
    { reference: 'LOT', category: 'lot', id: lotId },
  ] as const
  const isUnknown = await Promise.all(
    named.map(async ({ category, id }) => {
      const known = id === null ? null : await loadKnownRecord(context, `${category}-${id}`)
      return id !== null && (known === null || (category === 'order' && !opensRow(context, known.ownerId)))
    }),
  )
  const unknown = named.flatMap(({ reference }, index) => (isUnknown[index] ? [reference] : []))
  return [
    ...unknown,
    ...(productId === null && goods !== null && goods.deviceIdentifier !== null ? (['PRODUCT'] as const) : []),
    ...(lotId === null && goods !== null && goods.lotNumber !== null ? (['LOT'] as const) : []),
  ]
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
