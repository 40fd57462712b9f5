import { createHash } from 'node:crypto'
import {
  fulfilOrder,
  invitationOf,
  mutate,
  openHospital,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
} from '@afterline/dev-stack/sample'
import { canonicalJson } from '@afterline/events'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { afterline, afterlineJson } from '../stack/command-line.ts'
import { ask } from '../stack/graph.ts'
import { keptBytes, tracesOf } from '../stack/searched.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * A person of a customer is named in every service that keeps text about persons, and erased by two people. Then nothing that
 * is kept anywhere tells that person, and nothing else has changed.
 */

jest.setTimeout(TEST_MS * 3)

const ORGANISATION = 'Lighthouse Hospital'
const digits = String(Date.now()).slice(-8)
/** Written as people do: wide letters, blanks, a composed accent. */
const person = {
  name: `Ｚｏé 欧阳${digits}`,
  phone: `139 ${digits.slice(0, 4)} ${digits.slice(4)}`,
  email: `zoe.${digits}@example.com`,
  description: `欧阳${digits} says that both sets drip`,
  complainantName: `Ms Ouyang ${digits}`,
  complainantPhone: `+86 138-${digits}`,
  verification: `Ms Ouyang ${digits} showed the two sets`,
  comment: `Ask for Ouyang${digits} again, ✓`,
  saidBy: `欧阳女士 ${digits}`,
  evidence: `Recording of 138-${digits}`,
  said: `Ouyang${digits} was content`,
}
/** Of somebody whom nothing takes up: what names this person is refused, for one reason or another. */
const nobody = { name: `Mr Tan ${digits}`, phone: `137 ${digits}`, verification: `Tan${digits} was asked` }
const texts = [...Object.values(person), ...Object.values(nobody)]
const TEXT = { isText: true }

let test: TestStack
let customerId: string
let complaintId: string
let contactId: string

beforeAll(async () => {
  test = await openTestStack('erasure')
  const { staff } = test
  customerId = await openHospital(staff, ORGANISATION)
  const { name, phone, email } = person
  const { contacts } = await mutate<{ readonly contacts: readonly { readonly id: string }[] }>(
    staff('sales-1'),
    'addContactPerson',
    'customer',
    'contacts { id }',
    { customerId, name, phone, email },
  )
  contactId = contacts.at(-1)?.id ?? ''
  const goods = { customerId, ...(await stockSterileSets(staff, 'IS-20')) }
  const order = await placeOrder(staff, goods, new Date())
  await fulfilOrder(staff, order, goods)
  const { description, complainantName, complainantPhone } = person
  const received = { customerId, orderId: order.id, channel: 'PHONE', description, complainantName, complainantPhone }
  const complaint = await mutate<{ readonly id: string }>(
    staff('hotline-1'),
    'receiveComplaint',
    'complaint',
    'id',
    received,
  )
  complaintId = complaint.id
  const { verification } = person
  await mutate(staff('complaints-1'), 'registerComplaint', 'complaint', 'id', {
    complaintId,
    verification,
    isSubstantiated: true,
  })
  const rated = await receiveComplaint(staff, goods, order.id, 'Two sets drip at the chamber')
  await solveComplaint(staff, rated)
  const token = await invitationOf(staff, rated)
  await enterOfflineAnswer(rated)
  const { comment } = person
  await mutate(staff('customer'), 'answerSurvey', 'form', 'isAnswered', { token, serviceScore: 4, comment })
  await refuseNobody()
  await settled(test)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

async function enterOfflineAnswer(ratedId: string): Promise<void> {
  const hotline = test.staff('hotline-1')
  const asked = 'query Surveys($id: ID!) { complaint(id: $id) { surveys { id } } }'
  const { complaint } = await hotline.query<{ complaint: { surveys: readonly { readonly id: string }[] } }>(asked, {
    id: ratedId,
  })
  const { saidBy, evidence, said: comment } = person
  const answer = { surveyId: complaint.surveys[0]?.id, channel: 'PHONE', saidBy, evidence, comment, serviceScore: 4 }
  const saidAt = new Date().toISOString()
  await mutate(hotline, 'recordOfflineAnswer', 'survey', 'id', { ...answer, saidAt })
}

/** What is wrong with a command that names somebody, and what is told of it, must not name anybody either. */
async function refuseNobody(): Promise<void> {
  const { name, phone, verification } = nobody
  const key = crypto.randomUUID()
  const contact = (more: object, entry: object = {}) =>
    sent('addContactPerson', { customerId, name: person.name, ...more }, { idempotencyKey: key, ...entry })
  expect(await contact({ name: `${name}\u200b`, phone })).toEqual(['INPUT_INVALID'])
  expect(await contact({ name, phone }, { expectedVersion: 1 })).toEqual(['VERSION_CONFLICT'])
  expect(await contact({})).toEqual([])
  expect(await contact({ name, phone })).toEqual(['IDEMPOTENCY_KEY_REUSED'])
  // It is registered already.
  const again = { complaintId, verification, isSubstantiated: true }
  expect(await sent('registerComplaint', again)).toEqual(['CMP-7'])
}

/** @returns codes and rules that speak against it */
async function sent(mutation: string, input: object, entry: object = {}): Promise<readonly string[]> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const query = `mutation ($entry: Entry!, $input: ${type}!) { ${mutation}(entry: $entry, input: $input) {
    violations { rule } } }`
  const token = await test.tokenOf(['SALES_MANAGER', 'COMPLAINT_DESK'], 'desk-1')
  const variables = { entry: { idempotencyKey: crypto.randomUUID(), ...entry }, input }
  const { data, codes } = await ask<
    Readonly<Record<string, { readonly violations: readonly { readonly rule: string }[] }>>
  >(test.graphUrl, { token, query, variables })
  return [...codes, ...(data?.[mutation]?.violations ?? []).map(({ rule }) => rule)]
}

interface Report {
  readonly isProven: boolean
  readonly services: readonly {
    readonly context: string
    readonly unreadable: number
    readonly readable: number
    readonly writtenSince: number
    readonly keylessFingerprints: number
    readonly broken: number
  }[]
}
interface File {
  readonly customer: {
    readonly erasedAt: string | null
    readonly contacts: readonly Readonly<Record<'name' | 'phone' | 'email', string | null>>[]
  }
}

const contactsShown = async () => {
  const query = 'query File($id: ID!) { customer(id: $id) { erasedAt contacts { name phone email } } }'
  return (await test.staff('sales-1').query<File>(query, { id: customerId })).customer
}
const complaintShown = async () => {
  const query = 'query Case($id: ID!) { complaint(id: $id) { description complainant { name phone } } }'
  return (await test.staff('complaints-1').query<{ readonly complaint: object }>(query, { id: complaintId })).complaint
}
/** Of all services and the whole of the story, as of before the erasure. */
const figuresAsOf = (asOf: string) =>
  afterlineJson<object>(test, ['kpis', '--from', '2020-01-01', '--to', '2100-01-01', '--as-of', asOf])

describe('a person who is named in three services', () => {
  it('can be read by those who deal with the customer, and stands nowhere in clear (SEC-1)', async () => {
    const { contacts } = await contactsShown()
    // What is taken in is composed, and else as it was typed.
    expect(contacts.at(1)).toEqual({ name: person.name, phone: person.phone, email: person.email })
    const kept = await keptBytes(test)
    expect(tracesOf(texts, kept)).toEqual([])
    // The search finds what is there: the organisation is not encrypted.
    const places = tracesOf([ORGANISATION], kept).map(({ place }) => place)
    expect(places).toEqual(
      expect.arrayContaining(['customers.events', 'orders.customerFacts', 'topic afterline.customers.events.v1']),
    )
  })
})

describe('a person who was erased by two people', () => {
  let figuresBefore: object
  let before: string
  let report: Report

  beforeAll(async () => {
    before = new Date().toISOString()
    figuresBefore = await figuresAsOf(before)
    await afterlineJson(test, ['erase', customerId, '--reason', 'asked for it', '--by', 'legal-1'])
    const alone = await afterline(test, 'erase', customerId, '--confirm', '--by', 'LEGAL-1')
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('SEC-3')])
    expect((await contactsShown()).contacts.at(1)?.name).toBe(person.name)
    report = await afterlineJson<Report>(test, ['erase', customerId, '--confirm', '--by', 'legal-2'])
    await settled(test)
  }, START_MS)

  it('is proven to be: every service deleted its key, and every chain holds (SEC-3, SEC-4, C20)', () => {
    const clean = { readable: 0, writtenSince: 0, keylessFingerprints: 0, broken: 0 }
    expect(report).toMatchObject({
      isProven: true,
      services: [
        // Three persons: one without a mail address, one with nothing but a name.
        { context: 'customers', unreadable: 6, ...clean },
        { context: 'orders', unreadable: 0, ...clean },
        // Two complaints: two descriptions and verifications, one name and one number.
        { context: 'after-sales', unreadable: 6, ...clean },
        // A comment; and what the hotline wrote down, with who said it and where that is kept.
        { context: 'surveys', unreadable: 4, ...clean },
      ],
    })
  })

  it('is shown to nobody, and the records are (SEC-3)', async () => {
    const { erasedAt, contacts } = await contactsShown()
    expect(erasedAt).not.toBeNull()
    expect(contacts).toEqual(contacts.map(() => ({ name: null, phone: null, email: null })))
    expect(contacts).toHaveLength(3)
    expect(await complaintShown()).toEqual({ description: null, complainant: { name: null, phone: null } })
  })

  it('is told by nothing that is kept, not even to somebody who tries out names and numbers (SEC-1, SEC-3)', async () => {
    const kept = await keptBytes(test)
    expect(tracesOf(texts, kept)).toEqual([])
    const { name, phone, email } = person
    // As a command is remembered by all that it says, and as it is by all but the text.
    const [whole, rest] = [
      { name, phone, email },
      { name: TEXT, phone: TEXT, email: TEXT },
    ].map((told) => {
      const command = { category: 'customer', id: customerId, type: 'AddContactPerson', expectedVersion: null }
      const data = { contactId, ...told, position: null }
      const content = canonicalJson({ ...command, data, backdatedBecause: null, happenedAt: null })
      return createHash('sha256').update(content).digest('base64url')
    })
    const placesOf = (fingerprint = '') =>
      [...kept].filter(([, bytes]) => bytes.includes(fingerprint)).map(([place]) => place)
    expect([placesOf(whole), placesOf(rest)]).toEqual([[], ['customers.commands']])
  })

  it('has changed no figure', async () => {
    expect(await figuresAsOf(before)).toEqual(figuresBefore)
  })

  it('stays erased when everything is made anew from the events, and newer persons stay readable', async () => {
    await mutate(test.staff('sales-1'), 'addContactPerson', 'customer', 'id', { customerId, name: 'Mr Newcomer' })
    await afterlineJson(test, ['rebuild'])
    await settled(test)
    const { contacts } = await contactsShown()
    expect(contacts.map(({ name }) => name)).toEqual([null, null, null, 'Mr Newcomer'])
    const again = await afterlineJson<Report>(test, ['erasure-proof', customerId])
    expect(again.isProven).toBe(true)
    expect(again.services[0]).toMatchObject({ context: 'customers', unreadable: 6, writtenSince: 1 })
  })
})

describe('a customer of whom nobody was erased', () => {
  it('has no proof', async () => {
    const other = await openHospital(test.staff, 'Harbour Hospital')
    const { code, stderr } = await afterline(test, 'erasure-proof', other)
    expect([code, stderr]).toEqual([1, expect.stringContaining('Nobody was erased')])
  })
})
