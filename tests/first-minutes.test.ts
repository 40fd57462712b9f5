import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, readRunState, repositoryRoot } from '@afterline/dev-stack'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Request } from 'playwright-core'
import { type Instance, npmStart } from './readme/instance.ts'
import { openBrowser, watchedPage } from './stack/browser.ts'
import { ask } from './stack/graph.ts'

/** An operation to begin with, as the explorer's page tells it. */
interface Tab {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

interface List {
  readonly edges: readonly unknown[]
}

/** The lists that an answer is made of, not those within their nodes. */
function listsOf(data: Readonly<Record<string, unknown>> | null): readonly List[] {
  const roots = Object.values(data ?? {})
  const within = roots.flatMap((root) => Object.values(root ?? {}))
  return [...roots, ...within].filter((value): value is List => Array.isArray((value as Partial<List> | null)?.edges))
}

/** Of the token that the request bears. */
async function rolesOf(request: Request): Promise<unknown> {
  const [, claims = ''] = ((await request.headerValue('authorization')) ?? '').split('.')
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).roles
}

/** What the root README shows of it: numbers differ from day to day, and columns are as wide as those. */
const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8')
const shown = (/^```text\n(.*?)^```$/ms.exec(readme)?.[1] ?? '').split('\n').filter((line) => !['', '…'].includes(line))

const skeletonOf = (line: string) =>
  line
    .trim()
    .replaceAll(/ +/g, ' ')
    .replaceAll(/(?<!KPI-\d*)\d+(\.\d+)?/g, '0')
    .replace(/missed|met/, 'met')

describe('what npm start has started', () => {
  let instance: Instance

  beforeAll(async () => {
    instance = await npmStart(repositoryRoot, join(repositoryRoot, '.afterline-test', 'across', 'first-minutes'))
  }, 300_000)
  afterAll(() => instance.stop(), 60_000)

  it.each(shown)('has printed what the README shows: %s', (line) => {
    expect(instance.printed.map(skeletonOf)).toContain(skeletonOf(line))
  })

  it('shows a browser the explorer, each of whose operations is answered to the role that is chosen at first', async () => {
    const url = (await readRunState(instance.dataDir))?.gatewayUrl ?? ''
    const page = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('<strong>Afterline</strong>')
    const told = /<script type="application\/json" id="afterline">(.*?)<\/script>/s.exec(page)?.[1] ?? ''
    const { tabs } = JSON.parse(told) as { readonly tabs: readonly Tab[] }
    expect(tabs.length).toBeGreaterThanOrEqual(5)
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ subject: 'explorer-sales_manager', roles: ['SALES_MANAGER'] })
    const issued = await fetch(`${url}/dev/token`, { method: 'POST', headers, body })
    const { access_token: token } = (await issued.json()) as { readonly access_token: string }
    for (const { name, query, variables } of tabs) {
      const answer = await ask<Readonly<Record<string, unknown>>>(`${url}/graphql`, {
        ...{ token, query, variables },
      })
      expect([name, answer.errors]).toEqual([name, []])
      // There is something to see, and no rule speaks against the change.
      expect([name, listsOf(answer.data).filter(({ edges }) => edges.length === 0)]).toEqual([name, []])
      expect([name, /"violations":\[[^\]]/.test(JSON.stringify(answer.data))]).toEqual([name, false])
    }
  }, 60_000)

  it('is used in a browser by role and tab: the answer shows, no error is told, and nothing is asked of another machine', async () => {
    const [address = ''] = instance.printed.flatMap((line) => /^Graph +(http:\S+)$/.exec(line)?.[1] ?? [])
    const browser = await openBrowser()
    try {
      const { page, asked, complaints } = await watchedPage(browser)
      await page.goto(address)
      expect(await page.title()).toBe('Afterline')
      await page.locator('#role').selectOption('LEADERSHIP')
      await page.getByRole('tab', { name: 'Scorecard' }).click()
      const isScorecard = (request: Request) => request.postDataJSON()?.operationName === 'Scorecard'
      const answered = page.waitForResponse((response) => response.url() === address && isScorecard(response.request()))
      await page.getByRole('button', { name: /^Execute query/ }).click()
      const answer = await answered
      expect(await rolesOf(answer.request())).toEqual(['LEADERSHIP'])
      expect(await answer.json()).toEqual({ data: { scorecard: expect.any(Object) } })
      await page.locator('.result-window').getByText('scorecard').first().waitFor()
      expect(complaints).toEqual([])
      const { origin } = new URL(address)
      // Workers and pictures are made within the page, too.
      expect(asked.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:'))).toEqual([])
    } finally {
      await browser.close()
    }
  }, 120_000)

  it('ends when the process that npm start shows is interrupted, and nothing of it runs on', async () => {
    const state = await readRunState(instance.dataDir)
    const pids = [state?.pid ?? 0, ...(state?.processes ?? []).map(({ pid }) => pid)]
    expect(pids.length).toBeGreaterThan(5)
    await instance.stop()
    expect(pids.filter(isAlive)).toEqual([])
    expect(await readRunState(instance.dataDir)).toBeUndefined()
    expect(instance.printed.at(-1)).toMatch(/^Stopped\. Data and logs stay in /)
  }, 60_000)
})
