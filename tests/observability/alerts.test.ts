import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot, runTool } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { isQuery, metricsIn, panels, RULES_FILE, rules, ruleTests, TESTS_FILE } from './queries.ts'

const alerts = rules().flatMap(({ alert, annotations }) => (alert === undefined ? [] : [{ alert, annotations }]))
const expectations = ruleTests().flatMap(({ alert_rule_test: each }) => each)

describe('the language of queries', () => {
  it('is known to the test, by what is wrong and what is read', () => {
    expect(isQuery('sum(rate(a_total[5m]))')).toBe(true)
    expect(isQuery('sum(rate(a_total[5m])')).toBe(false)
    expect(metricsIn('sum by (le) (a_bucket{x="y"}) / on (z) b:c')).toEqual(['a_bucket', 'b:c'])
  })
})

describe.each(alerts)('the alert $alert', ({ alert, annotations }) => {
  it('says what is the matter, and has a page of what to do', () => {
    expect(annotations?.summary).toMatch(/\.$/)
    expect(annotations?.runbook_url).toBe(`deploy/runbooks/${alert}.md`)
    expect(existsSync(join(repositoryRoot, 'deploy/runbooks', `${alert}.md`))).toBe(true)
  })

  it('is tried where it must fire, and where it must not', () => {
    const tried = expectations
      .filter(({ alertname }) => alertname === alert)
      .map(({ exp_alerts: fired }) => fired.length)
    expect(new Set(tried)).toEqual(new Set([0, 1]))
  })
})

describe('rules and dashboards', () => {
  it('hold queries only', () => {
    const all = [...rules().map(({ expr }) => expr), ...panels().flatMap(({ queries }) => queries)]
    expect(all.length).toBeGreaterThan(alerts.length)
    expect(all.filter((expr) => !isQuery(expr))).toEqual([])
  })

  it('read of what is recorded only what a rule records', () => {
    const recorded = rules().map(({ record }) => record)
    const read = [...rules().map(({ expr }) => expr), ...panels().flatMap(({ queries }) => queries)].flatMap(metricsIn)
    expect(read.filter((name) => name.includes(':') && !recorded.includes(name))).toEqual([])
  })
})

/** Where it is installed, Prometheus itself is asked; where it is not, what stands above has been asked all the same. */
const isInstalled = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].some((at) => existsSync(join(at, 'promtool')))

describe('the rules in Prometheus', () => {
  it('fire and do not fire as their tests say', async () => {
    if (!isInstalled) return
    for (const args of [
      ['check', 'rules', RULES_FILE],
      ['test', 'rules', TESTS_FILE],
    ]) {
      const { code, output } = await runTool('promtool', args, { cwd: repositoryRoot, env: process.env })
      expect([code, code === 0 ? '' : output]).toEqual([0, ''])
    }
  })
})
