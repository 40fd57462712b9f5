import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { parser } from '@prometheus-io/lezer-promql'
import { parse } from 'yaml'

export interface Rule {
  readonly record?: string
  readonly alert?: string
  readonly expr: string
  readonly annotations?: { readonly summary: string; readonly runbook_url: string }
}

export interface RuleTest {
  readonly alert_rule_test: readonly { readonly alertname: string; readonly exp_alerts: readonly object[] }[]
}

export interface Panel {
  readonly dashboard: string
  readonly title: string
  readonly queries: readonly string[]
}

const FILES = join(repositoryRoot, 'deploy/helm/afterline/files')
export const RULES_FILE = join(FILES, 'alerts.yaml')
export const TESTS_FILE = join(repositoryRoot, 'deploy/observability/alerts.test.yaml')

export function rules(): readonly Rule[] {
  // Prometheus' own format; what is wrong with it, promtool tells.
  const { groups } = parse(readFileSync(RULES_FILE, 'utf8')) as {
    readonly groups: readonly { rules: readonly Rule[] }[]
  }
  return groups.flatMap((group) => group.rules)
}

export function ruleTests(): readonly RuleTest[] {
  // promtool's own format.
  const { tests } = parse(readFileSync(TESTS_FILE, 'utf8')) as { readonly tests: readonly RuleTest[] }
  return tests
}

interface Dashboard {
  readonly title: string
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[]
}

export function panels(): readonly Panel[] {
  const folder = join(FILES, 'dashboards')
  return readdirSync(folder).flatMap((file) => {
    // Grafana's own format, as far as queries stand in it.
    const { title: dashboard, panels: all } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dashboard
    return all.map(({ title, targets }) => ({ dashboard, title, queries: targets.map(({ expr }) => expr) }))
  })
}

/** Whether it is a query at all. */
export function isQuery(expr: string): boolean {
  let isWhole = true
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) isWhole = false
    },
  })
  return isWhole
}

/** The metrics that a query reads, recorded ones among them. */
export function metricsIn(expr: string): readonly string[] {
  const names = new Set<string>()
  parser.parse(expr).iterate({
    enter({ name, from, to, node }) {
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') names.add(expr.slice(from, to))
    },
  })
  return [...names]
}
