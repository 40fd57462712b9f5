import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { issueToken } from '@afterline/service-kit'
import { type GraphTarget, type Post, posts, type Staff, staffOf } from './staff.ts'
import {
  answerSurvey,
  fulfilOrder,
  handOverComplaint,
  openHospital,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
} from './story.ts'

/** Loads the sample company: every step goes through the graph and its rules, as a portal's would. */
export async function loadSample(target: GraphTarget): Promise<void> {
  const staff = await staffOf(target)
  const now = new Date()
  const customerId = await openHospital(staff, 'Sample Hospital')
  const goods = { customerId, ...(await stockSterileSets(staff, 'IS-20')) }
  const order = await placeOrder(staff, goods, now)
  await fulfilOrder(staff, order, goods)
  await placeOrder(staff, goods, now)

  const solved = await receiveComplaint(staff, goods, order.id, 'Two sets drip at the chamber')
  await solveComplaint(staff, solved)
  await answerSurvey(staff, solved, 5)
  const handedOver = await receiveComplaint(staff, goods, order.id, 'The ward wants another colour coding')
  await handOverComplaint(staff, handedOver, now)
}

/** Posts whose tokens are shown at every start: one per portal that has most to see. */
const SHOWN: readonly Post[] = ['sales-manager', 'complaints-1', 'leadership']

/** What there is to try: tokens and the scorecard of the current year. */
export async function describeSample(target: GraphTarget): Promise<readonly string[]> {
  const key = createPrivateKey(await readFile(target.issuerKeyFile))
  const { issuer, audience } = target
  const tokens = await Promise.all(
    SHOWN.map(async (post) => {
      const token = await issueToken({ key, issuer, audience, subject: post, roles: [posts[post]] })
      return `  ${posts[post]}: ${token}`
    }),
  )
  const scorecard = await scorecardLines(await staffOf(target))
  return ['Tokens to try (header "authorization: Bearer …"):', ...tokens, 'Scorecard of this year:', ...scorecard]
}

interface Figure {
  readonly id: string
  readonly part: string | null
  readonly numerator: string
  readonly denominator: string
  readonly pending: number
  readonly unit: string
  readonly currency: string | null
}

async function scorecardLines(staff: Staff): Promise<readonly string[]> {
  const year = new Date().getFullYear()
  const fields = '{ id part numerator denominator pending unit currency }'
  const { scorecard } = await staff('leadership').query<{ scorecard: Readonly<Record<string, readonly Figure[]>> }>(
    `query Year($from: LocalDate!, $to: LocalDate!, $includes: Instant) {
      scorecard(from: $from, to: $to, includes: $includes) { sales ${fields} service ${fields} satisfaction ${fields} }
    }`,
    { from: `${year}-01-01`, to: `${year + 1}-01-01`, includes: new Date().toISOString() },
  )
  return Object.values(scorecard)
    .flat()
    .filter(({ part }) => part === null)
    .map((figure) => `  ${figure.id.padEnd(7)}${amountOf(figure)}, ${figure.pending} pending`)
}

function amountOf({ numerator, denominator, unit, currency }: Figure): string {
  return unit === 'MONEY' ? `${(Number(numerator) / 100).toFixed(2)} ${currency}` : `${numerator} of ${denominator}`
}
