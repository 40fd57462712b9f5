import { loadSample } from '@afterline/dev-stack/sample'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { settled } from '../stack/settled.ts'
import { openTestStack, START_MS, TEST_MS, type TestStack } from '../stack/test-stack.ts'
import { metricsIn, panels, rules } from './queries.ts'

jest.setTimeout(TEST_MS)

let test: TestStack
beforeAll(async () => {
  test = await openTestStack('exported')
  await loadSample(test.target)
  await settled(test)
}, START_MS)
afterAll(() => test.dispose(), START_MS)

/** What all processes of the instance tell Prometheus. */
async function exported(): Promise<string> {
  const answers = test.stack.children.map(async ({ spec }) => (await fetch(`${spec.operationsUrl}/metrics`)).text())
  return (await Promise.all(answers)).join('\n')
}

describe('a company at work', () => {
  it('has every metric that alerts and dashboards go by', async () => {
    const queries = [...rules().map(({ expr }) => expr), ...panels().flatMap((panel) => panel.queries)]
    const read = new Set(queries.flatMap(metricsIn).filter((name) => !name.includes(':')))
    const told = new Set((await exported()).split('\n').map((line) => line.split(/[{ ]/)[0]))
    expect([...read].filter((name) => !told.has(name))).toEqual([])
  })

  it('names the process in each of its samples, and nobody else', async () => {
    const samples = (await exported()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(samples.filter((line) => !/service_name="afterline-[a-z-]+"/.test(line))).toEqual([])
  })
})
