import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createGraphClient } from '@afterline/cli'
import {
  fulfilOrder,
  mutate,
  openHospital,
  placeOrder,
  receiveComplaint,
  type Staff,
  solveComplaint,
  stockSterileSets,
  untilFound,
} from '@afterline/dev-stack/sample'
import { issueToken } from '@afterline/service-kit'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { clause, wording } from '../../services/orders/src/contract/contract.samples.ts'
import { surveyTokens } from '../../services/surveys/src/tokens/survey-token.ts'
import { ask } from '../stack/graph.ts'
import { type GraphWalk, type Root, walkOf } from '../stack/graph-paths.ts'
import { formsOfSupergraph } from '../stack/mutation-places.ts'
import { type Caller, type Oracle, oracleOf, readers } from '../stack/permission-oracle.ts'
import { countsTelling, type Facts, factsOf, leaksIn, withheldFrom } from '../stack/permission-walk.ts'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'

/*
 * Two salespeople, each with a customer, an order, a contract, a complaint and a rating. Everybody who can sign in, with any
 * role and any two roles, walks the whole graph as the first of the two; what comes back is compared with what a naive
 * reading of the roles' duties would show.
 */

jest.setTimeout(TEST_MS)

const ME = 'sales-1'
const OTHER = 'sales-2'
const AT_ONCE = 8

interface World {
  readonly customerId: string
  readonly orderId: string
  readonly contractId: string
  readonly complaintId: string
  readonly surveyId: string
  readonly shipmentId: string
}

let test: TestStack
let own: World
let foreign: World
let walk: GraphWalk
let oracle: Oracle
let truth: readonly Facts[]
const tokens = new Map<string, Promise<string>>()

/** A shipment is part of its order: it has a rule, and no way of its own. */
const recordTypes = Object.keys(readers).filter((type) => type !== 'Shipment')
const staffRoles = formsOfSupergraph().roles.filter((role) => role !== 'PUBLIC')
const setsOfRoles = staffRoles.flatMap((role, index) => [
  [role],
  ...staffRoles.slice(index + 1).map((other) => [role, other]),
])

beforeAll(async () => {
  test = await openTestStack('permissions')
  const key = createPrivateKey(await readFile(test.target.issuerKeyFile))
  tokenOf = ({ id, roles }) => {
    const { issuer, audience } = test.target
    return tokens.getOrInsertComputed(`${id} ${roles.join()}`, () =>
      issueToken({ key, issuer, audience, subject: id, roles }),
    )
  }
  own = await worldOf(test.staff, 'Own Hospital', 'A')
  foreign = await worldOf(asOther, 'Other Hospital', 'B')
  await settled(test)
  oracle = oracleOf(new Map([...ownersOf(own, ME), ...ownersOf(foreign, OTHER)]))
  walk = walkOf(rootsOf(own, foreign), recordTypes)
  truth = await factsFor({ id: ME, roles: staffRoles })
}, 2 * START_MS)
afterAll(() => test.dispose(), START_MS)

let tokenOf: (caller: Caller) => Promise<string>

/** The posts of the company with another salesperson. */
const asOther: Staff = (post) =>
  post === 'sales-1'
    ? createGraphClient({
        url: test.graphUrl,
        token: () => tokenOf({ id: OTHER, roles: ['SALESPERSON'] }),
        patienceMs: TEST_MS,
        onWaiting: () => {},
      })
    : test.staff(post)

async function worldOf(staff: Staff, organisation: string, code: string): Promise<World> {
  const customerId = await openHospital(staff, organisation)
  const goods = { customerId, ...(await stockSterileSets(staff, `IS-${code}`)) }
  const order = await placeOrder(staff, goods, new Date())
  await fulfilOrder(staff, order, goods)
  const shipped = 'query ($id: ID!) { order(id: $id) { shipments { id } } }'
  const { order: known } = await staff('sales-1').query<{ order: { shipments: { id: string }[] } }>(shipped, {
    id: order.id,
  })
  const { tailoredProducts: _, ...text } = wording
  const { id: contractId } = await mutate<{ readonly id: string }>(
    staff('sales-1'),
    'draftContract',
    'contract',
    'id',
    {
      contractNumber: `S-${code}`,
      kind: 'SALE',
      counterpartyId: customerId,
      text: { ...text, clauses: [...text.clauses, clause('WARRANTY', `of ${organisation}`)] },
    },
  )
  const complaintId = await receiveComplaint(staff, goods, order.id, `Drips at ${organisation}`)
  await solveComplaint(staff, complaintId)
  const surveyId = await untilFound('the invitation', async () => {
    const asked = 'query ($id: ID!) { complaint(id: $id) { surveys { id } } }'
    const { complaint } = await staff('complaints-1').query<{ complaint: { surveys: { id: string }[] } | null }>(
      asked,
      { id: complaintId },
    )
    return complaint?.surveys[0]?.id
  })
  const token = surveyTokens(Buffer.from(test.stack.secrets.surveySecret, 'base64')).tokenOf(surveyId)
  const answer = `mutation ($entry: Entry!, $input: AnswerSurveyInput!) { answerSurvey(entry: $entry, input: $input) { violations { rule } } }`
  const input = { token, serviceScore: 4, comment: `Said at ${organisation}` }
  const { codes } = await ask(test.graphUrl, {
    query: answer,
    variables: { entry: { idempotencyKey: surveyId }, input },
  })
  expect(codes).toEqual([])
  return { customerId, orderId: order.id, contractId, complaintId, surveyId, shipmentId: known.shipments[0]?.id ?? '' }
}

function ownersOf(world: World, owner: string): readonly (readonly [string, string])[] {
  return Object.values(world).map((id) => [id, owner])
}

/** Lists lead two records deep; a single record, which the lists show too, to what it consists of. */
function rootsOf(mine: World, others: World): readonly Root[] {
  const lists = ['customers', 'orders', 'contracts', 'complaints', 'surveys', 'lots', 'products', 'findings']
  const singles = [
    ['customer', 'customerId'],
    ['order', 'orderId'],
    ['contract', 'contractId'],
    ['complaint', 'complaintId'],
    ['survey', 'surveyId'],
  ] as const
  return [
    ...lists.map((field) => ({ field, records: 2 })),
    ...singles.flatMap(([field, id]) => [
      { field, args: `id: "${mine[id]}"`, alias: `own_${field}`, records: 1 },
      { field, args: `id: "${others[id]}"`, alias: `foreign_${field}`, records: 1 },
    ]),
    { field: 'operations', records: 1 },
  ]
}

/** Some of them at once, so that the machine is busy and no more. */
async function forEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const waiting = items.values()
  const results: Result[] = []
  const works = async () => {
    for (const item of waiting) results.push(await work(item))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, works))
  return results
}

async function factsFor(caller: Caller): Promise<readonly Facts[]> {
  const token = await tokenOf(caller)
  const answers: Facts[] = []
  for (const { text, selections } of walk.documents) {
    const { data, codes } = await ask<Readonly<Record<string, unknown>>>(test.graphUrl, { token, query: text })
    // Whatever is refused is refused for want of a role, or because there is nothing that the caller may see.
    expect(codes.filter((code) => code !== 'FORBIDDEN' && code !== 'NOT_FOUND')).toEqual([])
    answers.push(factsOf(selections, data))
  }
  return answers
}

describe('the graph, walked from every root to every value', () => {
  it('shows to all roles together what is there, own and others’', () => {
    const all = truth.flatMap((facts) => [...facts.keys()])
    expect(all.length).toBeGreaterThan(1_000)
    for (const world of [own, foreign]) {
      for (const id of Object.values(world)) expect(all.some((path) => path.includes(`[${id}]`))).toBe(true)
    }
  })

  it(
    'shows to every role, and every two roles, what these may read and nothing else (ORG-3, SEC-2)',
    async () => {
      const startedAt = performance.now()
      const found = await forEach(setsOfRoles, async (roles) => {
        const caller = { id: ME, roles }
        const shown = await factsFor(caller)
        const told = (lines: (facts: Facts, known: Facts) => readonly string[]) =>
          shown
            .flatMap((facts, index) => lines(facts, truth[index] ?? new Map()))
            .map((line) => `${roles.join('+')} ${line}`)
        return {
          leaks: told((facts, known) => [...leaksIn(facts, known, caller, oracle), ...countsTelling(facts)]),
          withheld: told((facts, known) => withheldFrom(facts, known, caller, oracle)),
        }
      })
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
      const leaks = found.flatMap((each) => each.leaks)
      const checked = `${setsOfRoles.length} roles and pairs of roles × ${walk.paths} paths = ${setsOfRoles.length * walk.paths} checked, in ${walk.documents.length} documents`
      process.stdout.write(`Permissions: ${checked}; ${leaks.length} leaking (${seconds} s)\n`)
      expect(leaks.slice(0, 20)).toEqual([])
      expect(found.flatMap((each) => each.withheld).slice(0, 20)).toEqual([])
    },
    3 * TEST_MS,
  )
})

describe('figures and limits', () => {
  const boardReaders = readers['DeadlineBoard'] ?? []
  const figureReaders = readers['Scorecard'] ?? []
  const types: Readonly<Record<string, string>> = {
    ...{ order: 'Order', contract: 'Contract', complaint: 'Complaint', backup: 'BackupRecord' },
  }

  interface Board {
    readonly edges: readonly { readonly node: { readonly stream: string } }[]
  }

  const scorecardOf = (alias: string, scope: string) =>
    `${alias}: scorecard(from: "2020-01-01", to: "2100-01-01", scope: "${scope}") { sales { id } service { id } satisfaction { id } safekeeping { id } }`

  it(
    'are shown to every role, and every two roles, of records that these may read (ORG-8, SEC-2)',
    async () => {
      const owners = new Map([...ownersOf(own, ME), ...ownersOf(foreign, OTHER)])
      const everybodys = { company: 'company', customer: `customer:${own.customerId}`, person: `person:${ME}` }
      const others = { otherCustomer: `customer:${foreign.customerId}`, otherPerson: `person:${OTHER}` }
      const scorecards = Object.entries({ ...everybodys, ...others }).map(([alias, scope]) => scorecardOf(alias, scope))
      const board =
        'deadlineBoard { orders(first: 100) { ...Limits } complaints(first: 100) { ...Limits } backups(first: 100) { ...Limits } }'
      const query = `{ ${scorecards.join(' ')} ${board} } fragment Limits on DeadlineConnection { edges { node { stream } } }`
      const wrong = await forEach(setsOfRoles, async (roles) => {
        const token = await tokenOf({ id: ME, roles })
        const { data } = await ask<Readonly<Record<string, object | null>>>(test.graphUrl, { token, query })
        const pages = Object.values((data?.['deadlineBoard'] ?? {}) as Readonly<Record<string, Board>>)
        const streams = pages.flatMap(({ edges }) => edges.map(({ node }) => node.stream))
        const mayRead = (stream: string) => {
          const [category = ''] = stream.split('-')
          const among = (readers[types[category] ?? ''] ?? []).filter((role) => boardReaders.includes(role))
          const isOwn = owners.get(stream.slice(category.length + 1)) === ME
          return roles.some((role) => among.includes(role) && (role !== 'SALESPERSON' || isOwn))
        }
        const counting = roles.filter((role) => figureReaders.includes(role))
        const isWrong = (alias: string, may: boolean) => Boolean(data?.[alias]) !== may
        const miscounted = [
          ...Object.keys(everybodys).filter((alias) => isWrong(alias, counting.length > 0)),
          ...Object.keys(others).filter((alias) =>
            isWrong(
              alias,
              counting.some((role) => role !== 'SALESPERSON'),
            ),
          ),
        ]
        return [...streams.filter((stream) => !mayRead(stream)), ...miscounted].map(
          (what) => `${roles.join('+')} ${what}`,
        )
      })
      expect(wrong.flat()).toEqual([])
    },
    3 * TEST_MS,
  )
})
