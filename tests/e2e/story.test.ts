import {
  handOverComplaint,
  invitationOf,
  mutate,
  type OrderedGoods,
  onceKnown,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
  untilFound,
} from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { attempt, rulesOf, type Violation } from '../stack/attempt.ts'
import { ask } from '../stack/graph.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'
import { type CustomerFile, type Deadline, type Figure, readBoard, readCustomerFile, readScorecard } from './views.ts'

/*
 * The story of one customer, step by step as the posts of a company would do it. Each describe block is the state that
 * the steps before it have led to, so the blocks build on one another.
 */

jest.setTimeout(TEST_MS)

let test: TestStack
let goods: OrderedGoods
let order: Awaited<ReturnType<typeof placeOrder>>
const now = new Date()

beforeAll(async () => {
  test = await openTestStack('story')
}, START_MS)
afterAll(() => test.dispose(), START_MS)

const graphOf = (...args: Parameters<TestStack['staff']>) => test.staff(...args)

async function openFileWithoutLicence(): Promise<string> {
  const sales = graphOf('sales-1')
  const { id: customerId } = await mutate<{ readonly id: string }>(sales, 'openCustomerFile', 'customer', 'id', {
    organisation: 'Lakeside Hospital',
    kind: 'NEAR_CUSTOMER',
    region: 'Suzhou',
  })
  await mutate(sales, 'recordNeed', 'customer', 'id', {
    customerId,
    description: 'Sterile infusion sets',
    productClasses: ['CLASS_III'],
  })
  await mutate(graphOf('finance-1'), 'investigateCredit', 'customer', 'id', {
    customerId,
    outcome: 'GOOD',
    findings: 'Pays within 30 days',
  })
  return customerId
}

const confirm = () => attempt(graphOf('sales-1'), 'confirmOrder', { orderId: order.id })
const item = () => ({ lineId: order.lines[0]?.id, lotId: goods.lotId, quantity: '200' })
const shipment = () => ({
  orderId: order.id,
  carrier: 'River Freight',
  items: [{ ...item(), qualityCondition: 'Conforming' }],
  invoiceNumber: 'INV-1',
  vouchers: ['WAYBILL-1'],
  handledBy: 'sales-1',
  signedBy: 'quality-1',
})

describe('an order of a customer without licence', () => {
  let refused: readonly Violation[]
  beforeAll(async () => {
    const customerId = await openFileWithoutLicence()
    goods = { customerId, ...(await stockSterileSets(graphOf, 'IS-20')) }
    order = await placeOrder(graphOf, goods, now)
    // Refused with CUS-8 as well for as long as the orders service has not heard of the need and the investigation.
    refused = await untilFound('the refusal for the licence alone', async () => {
      const violations = await confirm()
      return rulesOf(violations).includes('CUS-8') || violations.length > 2 ? null : violations
    })
  }, START_MS)

  it('is not confirmed: nothing was verified (CUS-4), and no licence permits the goods (CUS-5)', () => {
    expect(rulesOf(refused)).toEqual(['CUS-4', 'CUS-5'])
  })

  it('is refused with what would remedy it, in both languages (CUS-5)', () => {
    const missing = refused.find(({ rule }) => rule === 'CUS-5')
    expect(missing?.facts).toMatchObject({ productClass: 'CLASS_III', reason: 'MISSING', licenceId: null })
    expect(missing?.remedy.en).toMatch(/licence/)
    expect(missing?.remedy.zh).toMatch(/许可证/)
  })

  it('is refused still when the licence is recorded but not verified, and confirmed afterwards (CUS-5)', async () => {
    const { licences } = await mutate<{ readonly licences: readonly { readonly id: string }[] }>(
      graphOf('sales-1'),
      'recordLicence',
      'customer',
      'licences { id }',
      {
        customerId: goods.customerId,
        kind: 'MEDICAL_INSTITUTION_LICENCE',
        number: 'MI-2001',
        issuer: 'Health commission',
        scope: ['CLASS_II', 'CLASS_III'],
        validFrom: '2020-01-01',
      },
    )
    const unverified = await untilFound('the news of the licence', async () => {
      const violations = await confirm()
      return violations.some(({ facts }) => facts['reason'] === 'UNVERIFIED') ? violations : null
    })
    expect(rulesOf(unverified)).toEqual(['CUS-4', 'CUS-5'])
    const { customerId } = goods
    const verification = { customerId, licenceId: licences[0]?.id, method: "issuer's register" }
    await mutate(graphOf('quality-1'), 'verifyLicence', 'customer', 'id', verification)
    const confirmed = await onceKnown(['CUS-4', 'CUS-5'], () =>
      mutate(graphOf('sales-1'), 'confirmOrder', 'order', 'status', { orderId: order.id }),
    )
    expect(confirmed).toEqual({ status: 'CONFIRMED' })
  })
})

describe('goods that stand ready', () => {
  beforeAll(async () => {
    await mutate(graphOf('production-1'), 'startProduction', 'order', 'id', { orderId: order.id })
    await mutate(graphOf('production-1'), 'reportGoodsReady', 'order', 'id', { orderId: order.id })
  })

  it('do not leave without the outbound check (DEL-2)', async () => {
    expect(rulesOf(await attempt(graphOf('warehouse-1'), 'shipGoods', shipment()))).toEqual(['DEL-2'])
  })

  it('are not checked by whoever picked them (C39)', async () => {
    const check = { orderId: order.id, pickedBy: 'warehouse-2', items: [{ ...item(), result: 'PASSED' }] }
    expect(rulesOf(await attempt(graphOf('warehouse-2'), 'checkOutbound', check))).toEqual(['DEL-2'])
  })

  it('leave once a second person has checked them, and arrive (DEL-2)', async () => {
    const check = { orderId: order.id, pickedBy: 'warehouse-1', items: [{ ...item(), result: 'PASSED' }] }
    const warehouse = graphOf('warehouse-1')
    expect(await mutate(graphOf('warehouse-2'), 'checkOutbound', 'order', 'status', check)).toEqual({
      status: 'CHECKED',
    })
    const shipped = await mutate<{ readonly status: string; readonly shipments: readonly { readonly id: string }[] }>(
      warehouse,
      'shipGoods',
      'order',
      'status shipments { id }',
      shipment(),
    )
    expect(shipped.status).toBe('SHIPPED')
    const delivery = { orderId: order.id, shipmentId: shipped.shipments[0]?.id }
    expect(await mutate(warehouse, 'reportDelivery', 'order', 'status', delivery)).toEqual({ status: 'DELIVERED' })
  })
})

describe('a complaint by telephone that was solved', () => {
  let complaintId: string
  let token: string
  beforeAll(async () => {
    complaintId = await receiveComplaint(graphOf, goods, order.id, 'Two sets drip at the chamber')
    await solveComplaint(graphOf, complaintId)
    token = await invitationOf(graphOf, complaintId)
  }, START_MS)

  const ANSWER = `mutation ($entry: Entry!, $input: AnswerSurveyInput!) {
    answerSurvey(entry: $entry, input: $input) { form { isAnswered } violations { rule } }
  }`
  const answer = (input: object) =>
    ask<{ readonly answerSurvey: { readonly form: { readonly isAnswered: boolean }; readonly violations: object[] } }>(
      test.graphUrl,
      { query: ANSWER, variables: { entry: { idempotencyKey: crypto.randomUUID() }, input } },
    )

  it('is rated by the customer with the token of the invitation, without login (SVY-2)', async () => {
    const { data, codes } = await answer({ token, serviceScore: 5, productScore: 3 })
    expect(codes).toEqual([])
    expect(data?.answerSurvey).toEqual({ form: { isAnswered: true }, violations: [] })
  })

  it('is rated once (SVY-2), and by nobody who made up a token', async () => {
    expect((await answer({ token, serviceScore: 1 })).data?.answerSurvey.violations).toEqual([{ rule: 'SVY-2' }])
    expect((await answer({ token: `${token}x`, serviceScore: 1 })).codes).toEqual(['NOT_FOUND'])
  })

  it("shows complaint and rating in the customer's file (CMP-8, ORG-7)", async () => {
    const history = await untilFound('the rating in the file', async () => {
      const { customer } = await readCustomerFile(graphOf('complaints-1'), goods.customerId)
      const entries = customer.serviceHistory.edges.map(({ node }) => node)
      return entries.some(({ kind }) => kind === 'RATING') ? entries : null
    })
    // The rating came last, and newest is first.
    expect(history).toMatchObject([
      { kind: 'RATING', status: 'ANSWERED', serviceScore: 5 },
      { kind: 'COMPLAINT', stream: `complaint-${complaintId}`, status: 'CONFIRMED', result: 'SOLVED', serviceScore: 5 },
    ])
  })
})

describe('a complaint that was handed over', () => {
  let complaintId: string
  let openOrderId: string
  beforeAll(async () => {
    complaintId = await receiveComplaint(graphOf, goods, order.id, 'The ward wants another colour coding')
    await handOverComplaint(graphOf, complaintId, now)
    openOrderId = (await placeOrder(graphOf, goods, now)).id
  })

  describe('and everything before it, in one query about the customer', () => {
    let customer: CustomerFile
    let deadlines: readonly Deadline[]
    let askedAt: number
    beforeAll(async () => {
      askedAt = Date.now()
      customer = (await readCustomerFile(graphOf('complaints-1'), goods.customerId)).customer
      deadlines = [...customer.complaints.edges, ...customer.orders.edges].flatMap(({ node }) => node.deadlines)
    })

    it('holds file, licence, orders with shipments and lots, complaints and ratings (CUS-2, CUS-3, CUS-17)', () => {
      expect(customer).toMatchObject({
        organisation: 'Lakeside Hospital',
        licences: [{ number: 'MI-2001', verifiedAt: expect.any(String) }],
        credit: { outcome: 'GOOD' },
        ratings: { edges: [{ node: { serviceScore: 5, productScore: 3 } }] },
      })
      const shipped = { isBuyerLicensed: true, items: [{ quantity: '200', lot: { lotNumber: 'IS-20-L1' } }] }
      expect(customer.orders.edges.map(({ node }) => node)).toMatchObject([
        { id: openOrderId, status: 'PLACED', shipments: [] },
        { id: order.id, status: 'DELIVERED', shipments: [shipped] },
      ])
      expect(customer.complaints.edges.map(({ node }) => node)).toMatchObject([
        { id: complaintId, isWithAdministration: true, order: { id: order.id }, lot: { lotNumber: 'IS-20-L1' } },
        { status: 'CONFIRMED', isWithAdministration: false },
      ])
    })

    it('holds every limit of the complaints (CMP-2, CMP-3, CMP-4, CMP-5)', () => {
      const limitsOf = (index: number) =>
        Object.fromEntries(
          customer.complaints.edges[index]?.node.deadlines.map(({ key, status }) => [key, status]) ?? [],
        )
      // Administration has accepted, so the duty to hand over is met; the limits of handling run on (C29).
      expect(limitsOf(0)).toEqual({
        'complaint.verify': 'RUNNING',
        'complaint.opinion.quality': 'RUNNING',
        'complaint.handle': 'RUNNING',
        'complaint.handover': 'MET',
      })
      // What was handled in time never has to be handed over: that duty would begin when the handling is overdue.
      expect(limitsOf(1)).toEqual({
        'complaint.verify': 'MET',
        'complaint.opinion.quality': 'MET',
        'complaint.handle': 'MET',
        'complaint.handover': 'VOID',
      })
    })

    it('explains each limit by intervals that adjoin, reach from start to end, and add up', () => {
      expect(deadlines.length).toBeGreaterThan(0)
      for (const { key, startedAt, stoppedAt, explanation } of deadlines) {
        const { segments, countedMs } = explanation
        // A duty that never began, because its limit was met, has nothing to explain.
        if (segments.length === 0) {
          expect([key, countedMs]).toEqual(['complaint.handover', 0])
          continue
        }
        const span = ({ from, to }: { from: string; to: string }) => Date.parse(to) - Date.parse(from)
        const counted = segments.filter((segment) => segment.counted)
        expect([key, counted.reduce((sum, segment) => sum + span(segment), 0)]).toEqual([key, countedMs])
        expect(segments[0]?.from).toBe(startedAt)
        for (const [index, { from }] of segments.slice(1).entries()) expect(from).toBe(segments[index]?.to)
        const end = segments.at(-1)?.to ?? ''
        if (stoppedAt !== null) expect([key, end]).toEqual([key, stoppedAt])
        else expect(Date.parse(end)).toBeGreaterThanOrEqual(askedAt)
      }
    })
  })

  describe('and the figures of the company', () => {
    let figures: ReadonlyMap<string, Figure>
    const figure = (id: string) => {
      const { numerator, denominator, pending } = figures.get(id) ?? {}
      return [numerator, denominator, pending]
    }
    beforeAll(async () => {
      figures = await readScorecard(graphOf('leadership'), {})
    })

    it('are those that the story implies (OPS-2)', () => {
      // Of two orders one was confirmed at once; the other still has its 24 hours.
      expect(figure('KPI-1')).toEqual(['1', '1', 1])
      // The line of the first order left before its contract date, that of the second is not due for three days.
      expect(figure('KPI-9')).toEqual(['1', '1', 1])
      // 200 pieces left, all of them checked; one shipment of a regulated product, to a licensed buyer.
      expect(figure('KPI-10')).toEqual(['200', '200', 0])
      expect(figure('KPI-40')).toEqual(['1', '1', 0])
      expect(figure('KPI-4')).toEqual(['200', '0', 0])
      // Two orders and a shipment were entered as they happened.
      expect(figure('KPI-32 entry.p90')).toEqual(['3', '3', 0])
      // 200 pieces at 12.50 were confirmed.
      expect(figure('KPI-3').at(0)).toBe(String(200 * 1250))
      // Two complaints were received, one of them handled.
      expect(figure('KPI-13')).toEqual(['1', '2', 0])
      // It was solved at the first attempt, the customer said so, and it was not reopened.
      expect(figure('KPI-14')).toEqual(['1', '1', 0])
      expect(figure('KPI-15')).toEqual(['1', '1', 0])
      // Each limit: met by the first complaint, still running for the second.
      for (const part of ['complaint.verify', 'complaint.opinion.quality', 'complaint.handle']) {
        expect([part, ...figure(`KPI-17 ${part}`)]).toEqual([part, '1', '1', 1])
      }
      // One rating: 5 for the service, 3 for the product. Only 4 and 5 count as satisfied.
      expect(figure('KPI-23 service')).toEqual(['1', '1', 0])
      expect(figure('KPI-23 service.mean')).toEqual(['5', '1', 0])
      expect(figure('KPI-23 product')).toEqual(['0', '1', 0])
      expect(figure('KPI-23 product.mean')).toEqual(['3', '1', 0])
    })

    it('are the same for the customer, who is the only one', async () => {
      const own = await readScorecard(graphOf('leadership'), { scope: `customer:${goods.customerId}` })
      const withoutScope = (all: ReadonlyMap<string, Figure>) =>
        [...all.values()].map(({ scope: _scope, ...rest }) => rest)
      expect(withoutScope(own)).toEqual(withoutScope(figures))
    })

    it('are the board of what is due: each open limit once, soonest first', async () => {
      const { orders, complaints } = await readBoard(graphOf('leadership'))
      const keysOf = (list: readonly Deadline[]) => list.map(({ stream, key }) => `${stream} ${key}`).toSorted()
      expect(keysOf(orders)).toEqual([`order-${openOrderId} order.confirm`, `order-${openOrderId} order.delivery`])
      const open = ['complaint.handle', 'complaint.opinion.quality', 'complaint.verify']
      expect(keysOf(complaints)).toEqual(open.map((key) => `complaint-${complaintId} ${key}`))
      for (const list of [orders, complaints]) {
        const dues = list.map(({ dueAt }) => dueAt)
        expect(dues).toEqual(dues.toSorted())
      }
      const confirmation = orders.find(({ key }) => key === 'order.confirm')
      // ORD-1: 24 elapsed hours from the placing.
      expect(Date.parse(confirmation?.dueAt ?? '') - Date.parse(confirmation?.startedAt ?? '')).toBe(24 * 3600_000)
    })
  })
})
