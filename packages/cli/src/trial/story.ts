import { mutate, onceKnown, untilFound } from './mutate.ts'
import type { Staff, StaffIds } from './staff.ts'

/*
 * One order's life, told through the graph: from the customer's file to the rating in that file. Each step is done by
 * the post that the regulations name for it. The end-to-end tests follow it, and `afterline trial` plays its first half.
 */

interface Identified {
  readonly id: string
}

/** A hospital with a need, a verified licence for class II and III devices, and good credit (CUS-1 to CUS-5, CUS-8). */
export async function openHospital(staff: Staff, organisation: string): Promise<string> {
  const sales = staff('sales-1')
  const { id: customerId } = await mutate<Identified>(sales, 'openCustomerFile', 'customer', 'id', {
    organisation,
    kind: 'NEAR_CUSTOMER',
    partyRoles: ['BUYER', 'USER'],
    region: 'Shanghai',
  })
  await mutate(sales, 'addContactPerson', 'customer', 'id', {
    customerId,
    name: 'Head of purchasing',
    phone: '+86 21 5550 0100',
    position: 'Purchasing',
  })
  await mutate(sales, 'recordNeed', 'customer', 'id', {
    customerId,
    description: 'Sterile infusion sets for two wards',
    productClasses: ['CLASS_II', 'CLASS_III'],
  })
  await recordLicence(staff, customerId)
  await mutate(staff('finance-1'), 'investigateCredit', 'customer', 'id', {
    customerId,
    outcome: 'GOOD',
    creditLimit: { minor: 50_000_000, currency: 'CNY' },
    findings: 'Pays within 30 days',
  })
  return customerId
}

async function recordLicence(staff: Staff, customerId: string): Promise<void> {
  const { licences } = await mutate<{ readonly licences: readonly Identified[] }>(
    staff('sales-1'),
    'recordLicence',
    'customer',
    'licences { id }',
    {
      customerId,
      kind: 'MEDICAL_INSTITUTION_LICENCE',
      number: `SAMPLE-${customerId.slice(0, 8)}`,
      issuer: 'Health commission',
      scope: ['CLASS_I', 'CLASS_II', 'CLASS_III'],
      validFrom: '2024-01-01',
      validUntil: '2034-12-31',
    },
  )
  await mutate(staff('quality-1'), 'verifyLicence', 'customer', 'id', {
    customerId,
    licenceId: licences.at(-1)?.id,
    method: "issuer's public register",
  })
}

/** A sterile class III product and a released lot of it. */
export async function stockSterileSets(
  staff: Staff,
  code: string,
  quantity = '5000',
): Promise<{ productId: string; lotId: string }> {
  const quality = staff('quality-1')
  const { id: productId } = await mutate<Identified>(quality, 'registerProduct', 'product', 'id', {
    code,
    name: 'Sterile infusion set',
    productClass: 'CLASS_III',
    isSterile: true,
    registrationNumber: `SAMPLE-REG-${code}`,
    manufacturer: 'Sample Manufacturer',
    model: 'IS-20',
    specification: '20 drops/ml',
    unit: 'piece',
    listPrice: { minor: 1250, currency: 'CNY' },
  })
  const { id: lotId } = await mutate<Identified>(staff('warehouse-1'), 'receiveLot', 'lot', 'id', {
    productId,
    lotNumber: `${code}-L1`,
    sterilisationLot: `${code}-S1`,
    producedOn: '2026-06-01',
    expiresOn: '2029-05-31',
    quantity,
  })
  await mutate(quality, 'decideLotQuality', 'lot', 'id', { lotId, status: 'RELEASED', reason: 'Passed inspection' })
  return { productId, lotId }
}

const namedLikeTheirPosts = { 'sales-1': 'sales-1', 'quality-1': 'quality-1', 'warehouse-1': 'warehouse-1' } as const

export interface OrderedGoods {
  readonly customerId: string
  readonly productId: string
  readonly lotId: string
}

/** An order at the list price, to be shipped within three days; its 24 h run from here (ORD-1). */
export async function placeOrder(staff: Staff, { customerId, productId }: OrderedGoods, now: Date) {
  const contractShipBy = new Date(now.getTime() + 3 * 24 * 3600_000).toISOString()
  return onceKnown(['CUS-1'], () =>
    mutate<{ readonly id: string; readonly lines: readonly Identified[] }>(
      staff('sales-1'),
      'placeOrder',
      'order',
      'id lines { id }',
      {
        customerId,
        lines: [{ productId, quantity: '200', unitPrice: { minor: 1250, currency: 'CNY' }, contractShipBy }],
      },
    ),
  )
}

/** Confirmed once the orders service knows licence, credit and need, then produced and delivered (DEL-1 to DEL-4). */
export async function fulfilOrder(
  staff: Staff,
  order: Awaited<ReturnType<typeof placeOrder>>,
  goods: OrderedGoods,
  ids: Pick<StaffIds, 'sales-1' | 'quality-1' | 'warehouse-1'> = namedLikeTheirPosts,
) {
  const { id: orderId } = order
  const item = { lineId: order.lines[0]?.id, lotId: goods.lotId, quantity: '200' }
  await onceKnown(['CUS-4', 'CUS-5', 'CUS-8'], () =>
    mutate(staff('sales-1'), 'confirmOrder', 'order', 'id', { orderId }),
  )
  await mutate(staff('production-1'), 'startProduction', 'order', 'id', { orderId })
  await mutate(staff('production-1'), 'reportGoodsReady', 'order', 'id', { orderId })
  await mutate(staff('warehouse-2'), 'checkOutbound', 'order', 'id', {
    orderId,
    pickedBy: ids['warehouse-1'],
    items: [{ ...item, result: 'PASSED' }],
  })
  const { shipments } = await mutate<{ readonly shipments: readonly Identified[] }>(
    staff('warehouse-1'),
    'shipGoods',
    'order',
    'shipments { id }',
    {
      orderId,
      carrier: 'Sample Carrier',
      items: [{ ...item, qualityCondition: 'Conforming' }],
      invoiceNumber: 'SAMPLE-INV-1',
      vouchers: ['SAMPLE-WAYBILL-1'],
      handledBy: ids['sales-1'],
      signedBy: ids['quality-1'],
    },
  )
  await mutate(staff('warehouse-1'), 'reportDelivery', 'order', 'id', { orderId, shipmentId: shipments[0]?.id })
}

/** A quality complaint by phone about delivered goods: never refused, timers running from here (CMP-1). */
export async function receiveComplaint(staff: Staff, goods: OrderedGoods, orderId: string, description: string) {
  const { customerId, productId, lotId } = goods
  const { id } = await mutate<Identified>(staff('hotline-1'), 'receiveComplaint', 'complaint', 'id', {
    customerId,
    orderId,
    productId,
    lotId,
    channel: 'PHONE',
    complaintClass: 'QUALITY',
    description,
  })
  return id
}

/** Verified, given an opinion, handled, returned and confirmed by the complainant (CMP-2, CMP-3, CMP-5, CMP-9, SRV-13). */
export async function solveComplaint(staff: Staff, complaintId: string): Promise<void> {
  const desk = staff('complaints-1')
  await mutate(desk, 'registerComplaint', 'complaint', 'id', {
    complaintId,
    verification: 'Two of 200 sets drip; photographs and lot number match the delivery',
    isSubstantiated: true,
  })
  await mutate(staff('quality-1'), 'issueOpinion', 'complaint', 'id', {
    complaintId,
    opinion: 'Seal of the drip chamber',
  })
  await mutate(desk, 'handleComplaint', 'complaint', 'id', {
    complaintId,
    outcome: 'SOLVED',
    rootCause: 'Seal of the drip chamber out of tolerance',
    measure: 'Sets exchanged the same day',
  })
  await mutate(desk, 'returnResult', 'complaint', 'id', { complaintId, channel: 'PHONE' })
  // The complainant's word is taken down by somebody who did not work on the complaint.
  await mutate(staff('hotline-1'), 'confirmResolution', 'complaint', 'id', { complaintId })
}

/** A complaint that cannot be handled here goes at once to administration, which accepts it (CMP-4, SRV-11). */
export async function handOverComplaint(staff: Staff, complaintId: string, now: Date): Promise<void> {
  const reason = 'The wanted colour coding is not made by any supplier'
  await mutate(staff('complaints-1'), 'markComplaintUnsolvable', 'complaint', 'id', { complaintId, reason })
  await mutate(staff('administration-1'), 'acceptByAdministration', 'complaint', 'id', {
    complaintId,
    expectedAt: new Date(now.getTime() + 5 * 24 * 3600_000).toISOString(),
    reasonTold: 'Suppliers are being asked; answer within five days',
  })
}

interface Invitations {
  readonly openInvitations: {
    readonly edges: readonly {
      readonly cursor: string
      readonly node: { readonly id: string; readonly token: string }
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean }
  }
}

/** The link that the customer gets: only the channel that sends it sees the token (SVY-2). */
export async function invitationOf(staff: Staff, complaintId: string): Promise<string> {
  const surveyId = await untilFound('the survey', async () => {
    const asked = 'query Surveys($id: ID!) { complaint(id: $id) { surveys { id } } }'
    const { complaint } = await staff('complaints-1').query<{ complaint: { surveys: readonly Identified[] } | null }>(
      asked,
      { id: complaintId },
    )
    return complaint?.surveys[0]?.id
  })
  const invitations = `query Invitations($after: String) {
    openInvitations(first: 100, after: $after, includeDelivered: true) { edges { cursor node { id token } } pageInfo { hasNextPage } }
  }`
  for (let after: string | null = null; ; ) {
    const { openInvitations: page }: Invitations = await staff('mail-1').query<Invitations>(invitations, { after })
    const found = page.edges.find(({ node }) => node.id === surveyId)
    if (found) return found.node.token
    if (!page.pageInfo.hasNextPage) throw new Error('the survey is open, and nobody is to be invited to it')
    after = page.edges.at(-1)?.cursor ?? null
  }
}

/** The invitation that the confirmed resolution caused, answered through the public form field (SVY-2). */
export async function answerSurvey(staff: Staff, complaintId: string, serviceScore: number): Promise<void> {
  const token = await invitationOf(staff, complaintId)
  const answer = { token, serviceScore, productScore: serviceScore }
  await mutate(staff('customer'), 'answerSurvey', 'form', 'isAnswered', answer)
}
