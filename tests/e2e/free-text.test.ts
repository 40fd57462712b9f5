import { randomUUID } from 'node:crypto'
import { GraphError } from '@afterline/cli'
import type { Post } from '@afterline/dev-stack/sample'
import { openHospital, placeOrder, receiveComplaint, stockSterileSets } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { attempt } from '../stack/attempt.ts'
import { enteredCounts } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Whatever somebody types into a field of text, the answer says what is wrong with it: a rule that refuses, or
 * INPUT_INVALID. It is never a fault of the inside, and never half done.
 */

jest.setTimeout(TEST_MS)

let test: TestStack
const ids = { customerId: '', productId: '', lotId: '', orderId: '', lineId: '', complaintId: '', licenceId: '' }

beforeAll(async () => {
  test = await openTestStack('free-text')
  const customerId = await openHospital(test.staff, 'Riverbank Hospital')
  const goods = { customerId, ...(await stockSterileSets(test.staff, 'IS-20')) }
  const order = await placeOrder(test.staff, goods, new Date())
  const complaintId = await receiveComplaint(test.staff, goods, order.id, 'Drips')
  Object.assign(ids, goods, { orderId: order.id, lineId: order.lines[0]?.id, complaintId })
}, START_MS)
afterAll(() => test.dispose(), START_MS)

/** Fields of text of a mutation, and what else it needs. */
type Form = readonly [mutation: string, post: Post, texts: readonly string[], rest: () => object]

const customer = () => ({ customerId: ids.customerId })
const order = () => ({ orderId: ids.orderId })
const complaint = () => ({ complaintId: ids.complaintId })

const forms: readonly Form[] = [
  ['openCustomerFile', 'sales-1', ['organisation', 'region', 'ownerId'], () => ({ kind: 'PROSPECT' })],
  ['changeCustomerKind', 'sales-1', ['reason'], () => ({ ...customer(), kind: 'PROSPECT' })],
  ['assignCustomerOwner', 'sales-manager', ['ownerId'], customer],
  ['addContactPerson', 'sales-1', ['name', 'phone', 'email', 'position'], customer],
  ['recordNeed', 'sales-1', ['description'], customer],
  [
    'recordLicence',
    'sales-1',
    ['number', 'issuer'],
    () => ({ ...customer(), kind: 'BUSINESS_LICENCE', scope: [], validFrom: '2020-01-01' }),
  ],
  ['investigateCredit', 'finance-1', ['findings'], () => ({ ...customer(), outcome: 'GOOD' })],
  [
    'registerProduct',
    'quality-1',
    ['code', 'name', 'registrationNumber', 'manufacturer', 'model', 'specification', 'unit', 'productCategory'],
    () => ({ productClass: 'UNREGULATED' }),
  ],
  [
    'receiveLot',
    'warehouse-1',
    ['lotNumber', 'sterilisationLot'],
    () => ({ productId: ids.productId, quantity: '1', producedOn: '2026-01-01', expiresOn: '2029-01-01' }),
  ],
  ['decideLotQuality', 'quality-1', ['reason'], () => ({ lotId: ids.lotId, status: 'RELEASED' })],
  [
    'placeOrder',
    'sales-1',
    ['channel', 'salespersonId'],
    () => ({
      ...customer(),
      lines: [{ productId: ids.productId, quantity: '1', unitPrice: { minor: 1250, currency: 'CNY' } }],
    }),
  ],
  ['rejectOrder', 'sales-1', ['reason'], order],
  ['cancelOrder', 'sales-1', ['reason'], order],
  [
    'receiveComplaint',
    'hotline-1',
    ['description', 'complainantName', 'complainantPhone'],
    () => ({ ...customer(), channel: 'PHONE' }),
  ],
  ['classifyComplaint', 'complaints-1', ['reason'], () => ({ ...complaint(), complaintClass: 'OTHER' })],
  ['registerComplaint', 'complaints-1', ['verification'], () => ({ ...complaint(), isSubstantiated: true })],
  ['issueOpinion', 'quality-1', ['opinion'], complaint],
  ['handleComplaint', 'complaints-1', ['rootCause', 'measure'], () => ({ ...complaint(), outcome: 'SOLVED' })],
  ['markComplaintUnsolvable', 'complaints-1', ['reason'], complaint],
  [
    'acceptByAdministration',
    'administration-1',
    ['reasonTold'],
    () => ({ ...complaint(), expectedAt: new Date(Date.now() + 3600_000).toISOString() }),
  ],
  ['reopenComplaint', 'complaints-1', ['reason'], complaint],
]

/** `null` when it was accepted. */
async function refusalOf(post: Post, mutation: string, input: object): Promise<string | null> {
  try {
    const violations = await attempt(test.staff(post), mutation, { ...input })
    return violations.length > 0 ? 'refused by a rule' : null
  } catch (error) {
    if (error instanceof GraphError) return error.code
    throw error
  }
}

const cases = forms.flatMap(([mutation, post, texts, rest]) =>
  texts.map((field) => {
    const others = Object.fromEntries(texts.map((name) => [name, 'Text']))
    return { name: `${mutation}.${field}`, post, mutation, field, input: () => ({ ...others, ...rest() }) }
  }),
)

describe('a text in a field of a mutation', () => {
  it.each(cases)('$name, when it is far too long, is refused as input and changes nothing', async (form) => {
    await settled(test)
    const before = await enteredCounts(test)
    const refusal = await refusalOf(form.post, form.mutation, { ...form.input(), [form.field]: 'x'.repeat(20_000) })
    expect(['INPUT_INVALID', 'refused by a rule']).toContain(refusal)
    await settled(test)
    expect(await enteredCounts(test)).toEqual(before)
  })

  it.each(cases)('$name, when it is blank, is refused or accepted, but breaks nothing', async (form) => {
    for (const blank of ['', '   ']) {
      const refusal = await refusalOf(form.post, form.mutation, { ...form.input(), [form.field]: blank })
      expect(['INPUT_INVALID', 'refused by a rule', null]).toContain(refusal)
    }
  })

  it('that names what nobody knows keeps no complaint out, however long it is (CMP-1)', async () => {
    for (const field of ['orderId', 'productId', 'lotId']) {
      const input = { ...customer(), channel: 'PHONE', description: 'Torn', [field]: 'x'.repeat(5_000) }
      expect([field, await refusalOf('hotline-1', 'receiveComplaint', input)]).toEqual([field, null])
    }
  })

  it('may be an idempotency key of any length, or is refused as input', async () => {
    const input = { ...customer(), description: 'Gloves', idempotencyKey: `${randomUUID()}${'k'.repeat(20_000)}` }
    expect(['INPUT_INVALID', null]).toContain(await refusalOf('sales-1', 'recordNeed', input))
    expect(['INPUT_INVALID', null]).toContain(
      await refusalOf('sales-1', 'recordNeed', { ...input, idempotencyKey: '' }),
    )
  })
})
