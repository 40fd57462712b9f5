import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { kpiTable, type Post, posts, readKpis } from '@afterline/cli'
import { parseLocalDate } from '@afterline/rules'
import { issueToken } from '@afterline/service-kit'
import { type GraphTarget, staffOf } from './staff.ts'

/** Posts whose tokens are shown at every start: one per portal that has most to see. */
const SHOWN: readonly Post[] = ['sales-manager', 'complaints-1', 'leadership']

/** What there is to try: tokens and the scorecard of the current year. */
export async function describeSample(
  target: GraphTarget & { readonly log: (line: string) => void },
): Promise<readonly string[]> {
  const key = createPrivateKey(await readFile(target.issuerKeyFile))
  const { issuer, audience } = target
  const tokens = await Promise.all(
    SHOWN.map(async (post) => {
      const token = await issueToken({ key, issuer, audience, subject: post, roles: [posts[post]] })
      return `  ${posts[post]}: ${token}`
    }),
  )
  const year = new Date().getFullYear()
  const period = {
    ...{ from: parseLocalDate(`${year}-01-01`), to: parseLocalDate(`${year + 1}-01-01`) },
    ...{ asOf: null, scope: 'company', zone: null },
  }
  const graph = (await staffOf(target))('leadership')
  const kpis = await readKpis(graph, period, { progress: target.log })
  const scorecard = kpiTable(kpis.filter(({ part }) => part === null)).split('\n')
  return [
    'Tokens to try (header "authorization: Bearer …"):',
    ...tokens,
    '',
    `Scorecard of ${year} (all of it: npm run -s afterline -- kpis):`,
    ...scorecard.map((line) => `  ${line}`),
    '',
  ]
}
