import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { mutate, placeOrder, stockSterileSets } from '@afterline/dev-stack/sample'
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { ClientSession } from 'mongoose'
import { ask } from '../stack/graph.ts'
import { eventCounts } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * What one service has recorded reaches the next one a moment later. Here that moment is made long: whoever comes in between is
 * told what the refusal rests on, and may ask for what is on its way to be waited for.
 */

jest.setTimeout(TEST_MS)

/** As long as services wait unless they are told otherwise. */
const PATIENCE_MS = 3_000

interface Version {
  readonly record: string
  readonly id: string
  readonly version: number
}

interface Confirmed {
  readonly confirmOrder: {
    readonly order: { readonly status: string } | null
    readonly violations: readonly { readonly rule: string }[]
    readonly sawVersions: readonly Version[]
    readonly isRepeated: boolean
  } | null
}

const CONFIRM = `mutation ($entry: Entry!, $input: ConfirmOrderInput!) { confirmOrder(entry: $entry, input: $input) {
  order { status } violations { rule } sawVersions { record id version } isRepeated } }`

let test: TestStack
let customerId: string
let licenceId: string
let orderId: string
/** Of the file, without its licence verified. */
let knownVersion: number
let others: string
beforeAll(async () => {
  test = await openTestStack('following')
  customerId = await openFile('Hillside Hospital', 'sales-1')
  others = await openFile('Valley Hospital', 'sales-2')
  orderId = (await placeOrder(test.staff, { customerId, ...(await stockSterileSets(test.staff, 'IS-40')) }, new Date()))
    .id
  await settled(test)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

let holding: ClientSession | null = null
const letGo = async () => {
  await holding?.abortTransaction()
  await holding?.endSession()
  holding = null
}
afterEach(letGo)

/** A hospital that lacks nothing but that somebody has seen its licence. */
async function openFile(organisation: string, post: 'sales-1' | 'sales-2'): Promise<string> {
  const sales = test.staff(post)
  const change = <Shown>(name: string, fields: string, input: object) =>
    mutate<Shown>(sales, name, 'customer', fields, { ...input })
  const { id } = await change<{ readonly id: string }>('openCustomerFile', 'id', {
    organisation,
    kind: 'NEAR_CUSTOMER',
  })
  const need = { customerId: id, description: 'Sterile infusion sets', productClasses: ['CLASS_III'] }
  await change('recordNeed', 'id', need)
  const credit = { outcome: 'GOOD', creditLimit: { minor: 50_000_000, currency: 'CNY' }, findings: 'Pays in time' }
  await mutate(test.staff('finance-1'), 'investigateCredit', 'customer', 'id', { customerId: id, ...credit })
  const licence = { kind: 'MEDICAL_INSTITUTION_LICENCE', number: `SAMPLE-${organisation}`, issuer: 'Health commission' }
  const file = await change<{ readonly version: number; readonly licences: readonly { readonly id: string }[] }>(
    'recordLicence',
    'version licences { id }',
    { customerId: id, ...licence, scope: ['CLASS_III'], validFrom: '2024-01-01', validUntil: '2034-12-31' },
  )
  if (post === 'sales-1') {
    knownVersion = file.version
    licenceId = file.licences.at(-1)?.id ?? ''
  }
  return id
}

/** Nobody who follows the customer in the orders service gets on: each attempt meets an open transaction. */
async function holdBack(): Promise<void> {
  const connection = test.databases.orders
  holding = await connection.startSession()
  holding.startTransaction()
  const ofCustomer = { _id: { $regex: `\\|customer-${customerId}$` } }
  const { modifiedCount } = await connection
    .collection<{ readonly _id: string; readonly version: number }>('cursors')
    .updateMany(ofCustomer, { $set: { isHeldBack: true } }, { session: holding })
  expect(modifiedCount).toBeGreaterThan(0)
}

interface Asking {
  readonly after?: readonly Version[]
  readonly key?: string
}

async function confirm({ after = [], key = randomUUID() }: Asking = {}, subject = 'sales-1') {
  const began = performance.now()
  const token = await test.tokenOf(['SALESPERSON'], subject)
  const variables = { entry: { idempotencyKey: key, after }, input: { orderId } }
  const { data, codes, errors } = await ask<Confirmed>(test.graphUrl, { token, query: CONFIRM, variables })
  return { codes, errors, answer: data?.confirmOrder ?? null, tookMs: performance.now() - began }
}

const file = (version: number, id = customerId): Version => ({ record: 'CUSTOMER', id, version })
const stored = async () => ({
  commands: await test.databases.orders.collection('commands').countDocuments(),
  events: (await eventCounts(test)).orders,
})

describe('a service that has not yet heard of a change that another one has recorded', () => {
  let verifiedVersion: number
  const key = randomUUID()
  beforeAll(async () => {
    await holdBack()
    const verified = { customerId, licenceId, method: "issuer's public register" }
    const quality = test.staff('quality-1')
    const told = await mutate<{ readonly version: number }>(quality, 'verifyLicence', 'customer', 'version', verified)
    verifiedVersion = told.version
  })

  it('refuses by what it knows, tells the version that it saw, waits for the next one, and stores nothing', async () => {
    const refused = await confirm()
    expect(refused.answer?.violations.map(({ rule }) => rule)).toContain('CUS-5')
    expect(refused.answer?.sawVersions).toContainEqual(file(knownVersion))
    expect(verifiedVersion).toBeGreaterThan(knownVersion)

    const before = await stored()
    const early = await confirm({ after: [file(verifiedVersion)], key })
    expect([early.codes, early.answer]).toEqual([['NOT_YET_KNOWN'], null])
    expect(early.tookMs).toBeGreaterThanOrEqual(PATIENCE_MS)
    expect(await stored()).toEqual(before)

    // It is let go while the next one waits.
    const waiting = confirm({ after: [file(verifiedVersion)], key })
    await letGo()
    const { codes, answer } = await waiting
    expect([codes, answer]).toEqual([
      [],
      { order: { status: 'CONFIRMED' }, violations: [], sawVersions: [], isRepeated: false },
    ])
  })

  it('has heard of it then, and answers the same key as before', async () => {
    const { codes, answer } = await confirm({ after: [file(verifiedVersion)], key })
    expect([codes, answer?.order, answer?.isRepeated]).toEqual([[], { status: 'CONFIRMED' }, true])
  })
})

describe('somebody who asks for what never comes', () => {
  it.each([
    ['a record that does not exist', () => file(1, randomUUIDv7())],
    ['an id that is none', () => file(1, 'nothing')],
    ['a version that nobody will see', () => file(1_000_000_000)],
    ['a file of another salesperson, at a version that is long known', () => file(1, others)],
  ])('is answered alike, after the same while, and nothing is stored (SEC-2): %s', async (_, record) => {
    const before = await stored()
    const { codes, answer, errors, tookMs } = await confirm({ after: [record()] })
    const known = await confirm({ after: [file(1, randomUUIDv7())] })
    expect([codes, answer]).toEqual([['NOT_YET_KNOWN'], null])
    expect(withoutCorrelation(errors)).toEqual(withoutCorrelation(known.errors))
    expect(tookMs).toBeGreaterThanOrEqual(PATIENCE_MS)
    expect(await stored()).toEqual(before)
  })

  it('is refused at once with more than there may be', async () => {
    const { codes, tookMs } = await confirm({ after: Array.from({ length: 21 }, () => file(1_000_000_000)) })
    expect(codes).toEqual(['INPUT_INVALID'])
    expect(tookMs).toBeLessThan(PATIENCE_MS)
  })
})

/** Every answer bears an id of its own. */
function withoutCorrelation(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]) {
  return errors.map(({ extensions: { correlationId: _, ...extensions } = {}, ...error }) => ({ ...error, extensions }))
}
