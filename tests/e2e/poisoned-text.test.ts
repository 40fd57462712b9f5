import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { serviceNames, urlAt } from '@afterline/dev-stack'
import { openHospital } from '@afterline/dev-stack/sample'
import { contexts } from '@afterline/events'
import { issueToken } from '@afterline/service-kit'
import { entryAndInput } from '@afterline/service-kit/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { ask, type GraphAnswer } from '../stack/graph.ts'
import { enteredCounts, publishedMessages } from '../stack/history.ts'
import { formsOfSupergraph, type Place } from '../stack/mutation-places.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Texts that would not come back from the database as they went in, or break what readers make of them, in every place
 * where a caller may write: refused there, never stored, and nothing stands still for them.
 */

jest.setTimeout(TEST_MS)

const unfit: Readonly<Record<string, string>> = {
  'the first half of a character': 'a\ud83db',
  'the second half of a character': 'a\ude00b',
  'both halves in the wrong order': 'a\ude00\ud83db',
  'half a character at the end': 'ab\udbff',
  NUL: 'a\0b',
  'a bell': 'a\u0007b',
  'an escape': '\u001b[31m',
  'a deletion': 'a\u007fb',
  'a control character of the second set': 'a\u0085b',
  'a code point that is no character': 'a\uffffb',
  'one beyond the first plane': 'a\u{1fffe}b',
  'one of the Arabic forms': 'a\ufdd0b',
}

/** Texts that would look like others, or like nothing. In imported records they are mended instead. */
const hidden: Readonly<Record<string, string>> = {
  'a zero-width space': 'a\u200bb',
  'nothing but a zero-width joiner': '\u200d',
  'an override of direction': 'a\u202eb',
  'a soft hyphen': 'a\u00adb',
  'a filler': 'a\u3164b',
  'letters of tags': 'a\u{e0041}b',
}

const forms = formsOfSupergraph()
/** Each request crosses gateway and service; more at once would only queue. */
const AT_ONCE = 6

let test: TestStack
let issuerKey: KeyObject
/** Of somebody who may do everything: no refusal is for want of a role. */
let token: string
let customerId: string
let before: Awaited<ReturnType<typeof enteredCounts>>

beforeAll(async () => {
  test = await openTestStack('poisoned-text')
  issuerKey = createPrivateKey(await readFile(test.target.issuerKeyFile))
  token = await tokenOf({ roles: forms.roles })
  customerId = await openHospital(test.staff, 'Lakeside Hospital')
  await settled(test)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

beforeEach(async () => {
  before = await enteredCounts(test)
})
afterEach(async () => {
  expect(await enteredCounts(test)).toEqual(before)
})

function tokenOf(changes: Partial<Parameters<typeof issueToken>[0]>): Promise<string> {
  const { issuer, audience } = test.target
  return issueToken({ key: issuerKey, issuer, audience, subject: 'sales-1', roles: ['SALESPERSON'], ...changes })
}

interface Case {
  readonly place: Place
  readonly name: string
  readonly text: string
}

const nameOf = ({ place, name }: Case) => `${place.path.join('.')}, ${name}`

interface Results {
  readonly results?: readonly {
    readonly status: string
    readonly violations: readonly { readonly path: readonly string[] }[]
  }[]
}
type Answers = Readonly<Record<string, Results>>

/** What came of each case, as text that a failure can be read from. */
async function outcomesOf(cases: readonly Case[]): Promise<readonly string[]> {
  const outcomes: string[] = []
  const waiting = cases.entries()
  const worker = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      const { mutation, path } = one.place
      const request = forms.requestWith(mutation, [{ path, text: one.text }])
      const answer = await ask<Answers>(test.graphUrl, { token, ...request })
      outcomes[index] = `${nameOf(one)}: ${outcomeOf(one.place, answer)}`
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return outcomes
}

function outcomeOf({ isText }: Place, { codes, errors }: GraphAnswer<unknown>): string {
  if (codes.length === 0) return 'ACCEPTED'
  return isText ? `${codes.join()} ${errors.map(({ extensions }) => extensions?.['field']).join()}` : codes.join()
}

/** Only what reaches a service as text has a field that the service can name. */
function expectedOf({ path, isText }: Place): string {
  const [, ...within] = path
  return isText ? `INPUT_INVALID ${(within.length > 0 ? within : path).join('.')}` : 'INPUT_INVALID'
}

/** Texts of records are judged record by record: a bad one keeps no other one out. */
const isOfRecord = ({ path, isText }: Place) => isText && path[1] === 'records'

/** All cases as records of one request, each with one bad text. */
async function outcomesOfRecords(mutation: string, cases: readonly Case[]): Promise<readonly string[]> {
  const written = cases.map(({ place: { path }, text }, index) => ({ path: path.with(2, `${index}`), text }))
  const answer = await ask<Answers>(test.graphUrl, { token, ...forms.requestWith(mutation, written) })
  const results = answer.data?.[mutation]?.results ?? []
  return cases.map((one, index) => {
    const { status, violations } = results[index] ?? { status: answer.codes.join(), violations: [] }
    return `${nameOf(one)}: ${status} ${violations.map(({ path }) => path.join('.')).join()}`
  })
}

function casesOf(places: readonly Place[], texts: Readonly<Record<string, string>>): readonly Case[] {
  return places.flatMap((place) => Object.entries(texts).map(([name, text]) => ({ place, name, text })))
}

const importMutations = [...new Set(forms.places.filter(isOfRecord).map(({ mutation }) => mutation))]

describe('a text that cannot be kept as it is, or hides something', () => {
  it.each(forms.mutations)('is refused by its field in every place of %s, and nothing is stored', async (mutation) => {
    const places = forms.places.filter((place) => place.mutation === mutation && !isOfRecord(place))
    const cases = casesOf(places, { ...unfit, ...hidden })
    const expected = cases.map((one) => `${nameOf(one)}: ${expectedOf(one.place)}`)
    expect(await outcomesOf(cases)).toEqual(expected)
  })

  it.each(importMutations)('makes a record unusable in every place of the records of %s (CUS-6)', async (mutation) => {
    const cases = casesOf(
      forms.places.filter((place) => place.mutation === mutation && isOfRecord(place)),
      unfit,
    )
    const expected = cases.map((one) => `${nameOf(one)}: UNUSABLE ${one.place.path.slice(3).join('.')}`)
    expect(await outcomesOfRecords(mutation, cases)).toEqual(expected)
  })

  it('is refused when it is written into the query itself', async () => {
    const recordNeed = (text: string) =>
      `mutation { recordNeed(entry: {idempotencyKey: "k"}, input: {customerId: "${customerId}", description: "${text}"}) { __typename } }`
    for (const [escaped, code] of [
      ['a\\u0000b', 'INPUT_INVALID'],
      ['a\\uffffb', 'INPUT_INVALID'],
      // Half a character is no GraphQL.
      ['a\\ud83db', 'QUERY_INVALID'],
    ] as const) {
      const { codes } = await ask(test.graphUrl, { token, query: recordNeed(escaped) })
      expect([escaped, codes]).toEqual([escaped, [code]])
    }
  })
})

const recordNeed = {
  query:
    'mutation ($entry: Entry!, $input: RecordNeedInput!) { recordNeed(entry: $entry, input: $input) { violations { rule } } }',
  variables: () => entryAndInput({ customerId, description: 'Gloves' }),
}

async function needAs(changes: Parameters<typeof tokenOf>[0]): Promise<readonly string[]> {
  const { query, variables } = recordNeed
  const { codes } = await ask(test.graphUrl, { token: await tokenOf(changes), query, variables: variables() })
  return codes
}

describe('a token with such a text', () => {
  const texts = Object.entries({ ...unfit, ...hidden, '301 characters': 's'.repeat(301), nothing: '' })

  it.each(texts)('as its subject is no token: %s', async (_, subject) => {
    expect(await needAs({ subject })).toEqual(['UNAUTHENTICATED'])
  })

  it.each(['system', 'PUBLIC', 'ｓｙｓｔｅｍ'])('claims no id of the platform: %s', async (subject) => {
    expect(await needAs({ subject })).toEqual(['UNAUTHENTICATED'])
  })

  it.each(texts)('as its issuer or audience is no token: %s', async (_, text) => {
    expect(await needAs({ issuer: text })).toEqual(['UNAUTHENTICATED'])
    expect(await needAs({ audience: text })).toEqual(['UNAUTHENTICATED'])
  })

  it.each(texts)('as its role lets nobody do anything: %s', async (_, text) => {
    expect(await needAs({ roles: [text] })).toEqual(['FORBIDDEN'])
    expect(await needAs({ roles: [`SALESPERSON${text || ' '}`] })).toEqual(['FORBIDDEN'])
  })
})

describe('after all of that', () => {
  it('nothing stands still: what is stored next is published, and every service says so', async () => {
    await settled(test)
    expect(await needAs({ roles: ['SALESPERSON', 'a\0b'] })).toEqual([])
    before = { ...before, customers: before.customers + 1 }
    await settled(test)
    const messages = await publishedMessages(test, 'customers')
    const needs = messages.filter(({ subject, type }) => subject === `customer-${customerId}` && /Need/.test(type))
    expect(needs.map(({ data }) => data)).toContainEqual(expect.objectContaining({ description: 'Gloves' }))
    for (const context of contexts) expect(await test.databases[context].collection('outbox').countDocuments()).toBe(0)
    for (const name of serviceNames) {
      const answer = await fetch(`${urlAt(test.stack.layout.operations[name])}/health/ready`)
      expect(await answer.json()).toMatchObject({ status: 'ready', relayUnblocked: true, relayCurrent: true })
    }
  })
})
