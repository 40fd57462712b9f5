import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, readRunState, repositoryRoot } from '@afterline/dev-stack'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Instance, npmStart } from './readme/instance.ts'

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
