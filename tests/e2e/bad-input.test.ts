import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { serviceNames, urlAt } from '@afterline/dev-stack'
import { openHospital, placeOrder, stockSterileSets, untilFound } from '@afterline/dev-stack/sample'
import { isRequestErrorCode, issueToken, PRINCIPAL_HEADER, signPrincipal } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { attempt, rulesOf } from '../stack/attempt.ts'
import { blankConditions } from '../stack/conditions.ts'
import { ask, type GraphAnswer } from '../stack/graph.ts'
import { enteredCounts } from '../stack/history.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

jest.setTimeout(TEST_MS)

let test: TestStack
let issuerKey: KeyObject
let salesToken: string
let customerId: string
let orderId: string
let before: Awaited<ReturnType<typeof enteredCounts>>

beforeAll(async () => {
  test = await openTestStack('bad-input')
  issuerKey = createPrivateKey(await readFile(test.target.issuerKeyFile))
  salesToken = await tokenOf({})
  customerId = await openHospital(test.staff, 'Hillside Hospital')
  const goods = { customerId, ...(await stockSterileSets(test.staff, 'IS-20')) }
  orderId = (await placeOrder(test.staff, goods, new Date())).id
}, START_MS)
afterAll(() => test.dispose(), START_MS)

beforeEach(async () => {
  await settled(test)
  before = await enteredCounts(test)
})

function tokenOf(changes: Partial<Parameters<typeof issueToken>[0]>): Promise<string> {
  const { issuer, audience } = test.target
  return issueToken({ key: issuerKey, issuer, audience, subject: 'sales-1', roles: ['SALESPERSON'], ...changes })
}

const INSIDE = /node_modules|\.ts:\d|Mongo|BSON|E11000|stack/

/** Refused with this code; nothing of the inside shows, and no database holds one event more. */
async function expectRefusal({ codes, errors, correlationId }: GraphAnswer<unknown>, code: string): Promise<void> {
  expect(codes).toEqual([code])
  expect(isRequestErrorCode(code)).toBe(true)
  expect(JSON.stringify(errors)).not.toMatch(INSIDE)
  expect(correlationId).toMatch(/^[\w-]{8,}$/)
  await settled(test)
  expect(await enteredCounts(test)).toEqual(before)
}

const OPEN_FILE = `mutation ($entry: Entry!, $input: OpenCustomerFileInput!) {
  openCustomerFile(entry: $entry, input: $input) { customer { id version } violations { rule } }
}`
const RECORD_NEED = `mutation ($entry: Entry!, $input: RecordNeedInput!) {
  recordNeed(entry: $entry, input: $input) { customer { id version } violations { rule } }
}`
const CONFIRM = `mutation ($entry: Entry!, $input: ConfirmOrderInput!) { confirmOrder(entry: $entry, input: $input) { violations { rule } } }`
const PLACE = `mutation ($entry: Entry!, $input: PlaceOrderInput!) { placeOrder(entry: $entry, input: $input) { violations { rule } } }`

const asSales = <Data>(query: string, variables: object = {}) =>
  ask<Data>(test.graphUrl, { token: salesToken, query, variables: { ...variables } })
const file = (changes: object = {}) => entryAndInput({ organisation: 'Valley Clinic', kind: 'PROSPECT', ...changes })
const need = (changes: object = {}) => entryAndInput({ customerId, description: 'Gloves', ...changes })
const lineOf = (changes: object) =>
  entryAndInput({
    customerId,
    lines: [{ productId: randomUUID(), quantity: '1', unitPrice: { minor: 100, currency: 'CNY' }, ...changes }],
  })

interface Problem {
  readonly field: string
  readonly message: { readonly zh: string; readonly en: string }
}

describe('a request that does not fit the graph', () => {
  it.each([
    ['a number for a name', OPEN_FILE, () => file({ organisation: 5 }), 'INPUT_INVALID'],
    ['an unknown enum value', OPEN_FILE, () => file({ kind: 'FRIEND' }), 'INPUT_INVALID'],
    ['an unknown input field', OPEN_FILE, () => file({ discount: 5 }), 'INPUT_INVALID'],
    ['no input at all', OPEN_FILE, () => ({ entry: file().entry }), 'INPUT_INVALID'],
    ['an operator object for an id', CONFIRM, () => entryAndInput({ orderId: { $gt: '' } }), 'INPUT_INVALID'],
    ['a negative quantity', PLACE, () => lineOf({ quantity: '-1' }), 'INPUT_INVALID'],
    ['a quantity with four decimals', PLACE, () => lineOf({ quantity: '0.0001' }), 'INPUT_INVALID'],
    ['a fraction of a fen', PLACE, () => lineOf({ unitPrice: { minor: 0.5, currency: 'CNY' } }), 'INPUT_INVALID'],
    ['a day that does not exist', PLACE, () => lineOf({ contractShipBy: '2026-02-30T00:00:00Z' }), 'INPUT_INVALID'],
    ['half a character', RECORD_NEED, () => need({ description: 'broken \ud800' }), 'INPUT_INVALID'],
    ['an unknown field', '{ customers { edges { node { colour } } } }', () => ({}), 'QUERY_INVALID'],
    ['no GraphQL', 'DROP TABLE customers', () => ({}), 'QUERY_INVALID'],
  ])('is refused: %s', async (_, query, variables, code) => {
    await expectRefusal(await asSales(query, variables()), code)
  })

  it.each([
    ['read by the gateway', () => file({ organisation: 5, kind: 'FRIEND' }), OPEN_FILE, ['kind', 'organisation']],
    [
      'read by the service',
      () => lineOf({ quantity: '-1', unitPrice: { minor: 0.5, currency: 'CNY' } }),
      PLACE,
      ['lines.0.quantity', 'lines.0.unitPrice.minor'],
    ],
    [
      'that cannot be kept',
      () => file({ organisation: 'a\ud800', region: '\0' }),
      OPEN_FILE,
      ['organisation', 'region'],
    ],
  ])(
    'tells everything that is wrong at once, by field and in both languages: %s',
    async (_, variables, query, fields) => {
      const { errors } = await asSales(query, variables())
      const problems = errors.flatMap(({ extensions }) => (extensions?.['problems'] ?? []) as readonly Problem[])
      expect(problems.map(({ field }) => field).toSorted()).toEqual(fields)
      for (const { message } of problems) {
        expect(message.zh).toMatch(/\p{Script=Han}/u)
        expect(message.en).toMatch(/^[\w.]+/)
      }
    },
  )

  it('is refused when it holds a megabyte of text', async () => {
    const answer = await asSales(OPEN_FILE, file({ organisation: 'x'.repeat(1024 * 1024) }))
    expect(answer.status).toBe(413)
    await expectRefusal(answer, 'PAYLOAD_TOO_LARGE')
  })

  it('is refused when it nests fifty levels', async () => {
    const levels = 24
    const nested = 'orders { edges { node { customer { '.repeat(levels / 2)
    const query = `{ customer(id: "${customerId}") { ${nested} id ${'} } } } '.repeat(levels / 2)} } }`
    await expectRefusal(await asSales(query), 'QUERY_TOO_DEEP')
  })
})

/** Of answers to those who may not ask at all. */
const DOORS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED'])

describe('a condition that only looks written', () => {
  it.each(['', ' \u3000'])('is refused by its field wherever one can ask, never taken as none: %j', async (blank) => {
    const readers = [
      { token: await test.tokenOf(['LEADERSHIP', 'OPERATOR'], 'reader-1') },
      { token: await test.tokenOf(['DELIVERY_CHANNEL'], 'channel-1') },
      // With a token of the invitation, in the arguments, strangers answer what nobody on staff may open.
      {},
    ]
    const conditions = blankConditions(blank)
    expect(conditions.length).toBeGreaterThan(40)
    for (const { name, field, query, variables } of conditions) {
      const answers = await Promise.all(readers.map((reader) => ask(test.graphUrl, { ...reader, query, variables })))
      const errors = answers
        .flatMap((answer) => answer.errors)
        .filter(({ extensions }) => !DOORS.has(extensions?.['code']))
      const fields = errors.flatMap(({ extensions }) => (extensions?.['problems'] ?? []) as readonly Problem[])
      expect([name, [...new Set(fields.map((problem) => problem.field))]]).toEqual([name, [field]])
      expect([...new Set(errors.map(({ extensions }) => extensions?.['code']))]).toEqual(['INPUT_INVALID'])
    }
  })
})

describe('a caller', () => {
  const query = '{ customers { edges { node { id } } } }'

  it('without token is asked for one', async () => {
    await expectRefusal(await ask(test.graphUrl, { query }), 'UNAUTHENTICATED')
  })

  it.each([
    ["signed with somebody else's key", () => ({ key: generateKeyPairSync('ed25519').privateKey }), 'TOKEN_INVALID'],
    ['for another audience', () => ({ audience: 'another' }), 'TOKEN_INVALID'],
    ['of another issuer', () => ({ issuer: 'http://issuer.invalid' }), 'TOKEN_INVALID'],
    ['that has run out', () => ({ lifetimeSeconds: -60 }), 'TOKEN_EXPIRED'],
  ])('is nobody with a token %s', async (_, changes, reason) => {
    const answer = await ask(test.graphUrl, { token: await tokenOf(changes()), query })
    expect([answer.status, answer.errors[0]?.extensions?.['reason']]).toEqual([401, reason])
    await expectRefusal(answer, 'UNAUTHENTICATED')
  })

  it('is nobody with a token that claims to need no signature', async () => {
    const [, claims] = salesToken.split('.')
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    await expectRefusal(await ask(test.graphUrl, { token: `${header}.${claims}.`, query }), 'UNAUTHENTICATED')
  })

  it('may not do what another role does (ORG-3)', async () => {
    const token = await tokenOf({ roles: ['WAREHOUSE'] })
    await expectRefusal(await ask(test.graphUrl, { token, query: OPEN_FILE, variables: file() }), 'FORBIDDEN')
  })

  it('gains nothing by a role that no regulation knows', async () => {
    const token = await tokenOf({ roles: ['ADMIN', 'PUBLIC'] })
    await expectRefusal(await ask(test.graphUrl, { token, query }), 'FORBIDDEN')
  })
})

describe('a subgraph', () => {
  const direct = (url: string, query: string, headers: Readonly<Record<string, string>> = {}) =>
    ask(`${url}/graphql`, { token: salesToken, query, headers })

  it.each(serviceNames)('answers nobody but the gateway, not even with a valid token: %s', async (name) => {
    const url = urlAt(test.stack.layout.services[name])
    for (const query of [
      '{ __typename }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const answer = await direct(url, query)
      expect(answer.status).toBe(401)
      await expectRefusal(answer, 'UNAUTHENTICATED')
    }
  })

  it('takes no principal that the gateway did not sign', async () => {
    const key = generateKeyPairSync('ed25519').privateKey
    const principal = { id: 'intruder', roles: ['LEADERSHIP'], correlationId: randomUUID() }
    const headers = { [PRINCIPAL_HEADER]: await signPrincipal(principal, key) }
    const answer = await direct(urlAt(test.stack.layout.services.customers), '{ _service { sdl } }', headers)
    await expectRefusal(answer, 'UNAUTHENTICATED')
  })
})

describe('a command', () => {
  it('about something that nobody knows is refused', async () => {
    const unknown = entryAndInput({ orderId: randomUUID() })
    await expectRefusal(await asSales(CONFIRM, unknown), 'NOT_FOUND')
    const order = 'query ($id: ID!) { order(id: $id) { id } }'
    await expectRefusal(await asSales(order, { id: randomUUID() }), 'NOT_FOUND')
  })

  it('of the future is refused, one of the past needs a reason', async () => {
    const at = (occurredAt: string) => entryAndInput({ orderId, occurredAt })
    const inHours = (hours: number) => new Date(Date.now() + hours * 3600_000).toISOString()
    await expectRefusal(await asSales(CONFIRM, at(inHours(1))), 'INPUT_INVALID')
    await expectRefusal(await asSales(CONFIRM, at(inHours(-1))), 'BACKDATING_REFUSED')
  })

  it('on a version that is no more is refused', async () => {
    await expectRefusal(await asSales(RECORD_NEED, need({ expectedVersion: 1 })), 'VERSION_CONFLICT')
  })

  interface Opened {
    readonly openCustomerFile: { readonly customer: { readonly id: string; readonly version: number } }
  }

  it('that comes again under its key is answered as before, and not done again', async () => {
    const variables = file({ organisation: 'Once Clinic' })
    const first = await asSales<Opened>(OPEN_FILE, variables)
    expect(first.codes).toEqual([])
    const counts = await enteredCounts(test)
    // Also when both repetitions are under way at once.
    const again = await Promise.all([asSales<Opened>(OPEN_FILE, variables), asSales<Opened>(OPEN_FILE, variables)])
    for (const answer of again) expect(answer.data).toEqual(first.data)
    expect(await enteredCounts(test)).toEqual(counts)
  })

  it('with other content under a used key is refused', async () => {
    const idempotencyKey = randomUUID()
    await asSales(OPEN_FILE, file({ idempotencyKey }))
    await settled(test)
    before = await enteredCounts(test)
    await expectRefusal(await asSales(OPEN_FILE, file({ idempotencyKey, region: 'Wuxi' })), 'IDEMPOTENCY_KEY_REUSED')
  })

  it('that a rule refuses is answered by the rule: no licence, no confirmed order (CUS-5)', async () => {
    const opened = await asSales<Opened>(OPEN_FILE, file({ organisation: 'Unlicensed Clinic' }))
    const unlicensed = opened.data?.openCustomerFile.customer.id ?? ''
    const goods = { customerId: unlicensed, ...(await stockSterileSets(test.staff, 'IS-21')) }
    const { id } = await placeOrder(test.staff, goods, new Date())
    await settled(test)
    before = await enteredCounts(test)
    const refused = await untilFound('the refusal', () =>
      attempt(test.staff('sales-1'), 'confirmOrder', { orderId: id }),
    )
    expect(rulesOf(refused)).toContain('CUS-5')
    expect(await enteredCounts(test)).toEqual(before)
  })
})
