import {
  type Enforcement,
  enforcementsOf,
  kpis,
  type Rule,
  ruleKinds,
  rules,
  type Section,
  type Standing,
  sections,
  standings,
} from '@afterline/rules'
import { proofsOfRule, type TestsNaming } from './coverage-evidence.ts'
import { code, described, folded, namedIn, standingNames, table, testLines } from './coverage-words.ts'

/** The page as Markdown, from the catalogue and the tests' titles alone: a line for each rule, its tests folded away. */
export function coveragePage(testsNaming: TestsNaming): string {
  return [
    heading(),
    sectionSummary(),
    ...sections.map((section) => sectionPart(section, testsNaming)),
    kpiPart(testsNaming),
    limitPart(testsNaming),
    kindPart(),
  ]
    .join('\n\n')
    .concat('\n')
}

function heading(): string {
  return `# Regulation coverage

How far each of the ${rules.length} rules of the regulations has come, and by what it takes effect. *In force*: a running service
asks it or measures it. *Computed*: the rules package decides or computes it, and no service asks it yet. *Planned*:
nothing computes it yet. A rule stands where the furthest of its means stands; a means that is not as far says so in brackets.

Below each table, folded, is who asks for each rule, and the tests that prove it: those that name in their title the rule,
the KPI that measures it, or the limit that it sets. The page is generated from \`src/catalogue/\` and these titles by
\`npm run fix\`: do not edit.`
}

function sectionSummary(): string {
  const rows = sections.map(({ title, rules: own }) => [`[${title.en}](#${anchorOf(title.en)})`, ...countsOf(own)])
  return table(['Section', 'Rules', ...standings.map(nameOf)], [...rows, ['**All**', ...countsOf(rules)]], 'numbers')
}

function countsOf(some: readonly Rule[]): readonly string[] {
  const reached = some.map(({ id }) => furthest(enforcementsOf(id)))
  return [some.length, ...standings.map((standing) => reached.filter((one) => one === standing).length)].map(String)
}

function sectionPart({ title, rules: own }: Section, testsNaming: TestsNaming): string {
  const rows = own.map((rule) => {
    const enforcements = enforcementsOf(rule.id)
    const reached = furthest(enforcements)
    return [rule.id, rule.title.en, nameOf(reached), enforcements.map((one) => namedIn(one, reached)).join('; ')]
  })
  const details = own.map((rule) =>
    [
      `- **${rule.id}** ${rule.title.en} ${rule.title.zh}`,
      ...enforcementsOf(rule.id).map((one) => `  - ${described(one)}`),
      ...testLines(proofsOfRule(rule.id, testsNaming)),
    ].join('\n'),
  )
  return [
    `## ${title.en}`,
    table(['Rule', 'Title', 'Standing', 'Enforced by'], rows),
    folded('Who asks, and the tests', details.join('\n')),
  ].join('\n\n')
}

function kpiPart(testsNaming: TestsNaming): string {
  const rows = kpis.map(({ id, name, rules: measured }) => {
    const standing = measured.flatMap(enforcementsOf).find((one) => one.kind === 'KPI' && one.kpi === id)?.standing
    return [id, name.en, nameOf(standing ?? 'PLANNED'), measured.join(', ')]
  })
  const details = kpis.map(({ id, name }) =>
    [`- **${id}** ${name.en} ${name.zh}`, ...testLines(testsNaming(id))].join('\n'),
  )
  return [
    '## KPIs',
    table(['KPI', 'Name', 'Standing', 'Measures'], rows),
    folded('The tests', details.join('\n')),
  ].join('\n\n')
}

function limitPart(testsNaming: TestsNaming): string {
  const enforced = rules.flatMap(({ id }) =>
    enforcementsOf(id).flatMap((one) =>
      'deadline' in one && one.deadline !== undefined ? [{ key: one.deadline, rule: id, standing: one.standing }] : [],
    ),
  )
  const limits = Map.groupBy(enforced, ({ key }) => key)
  const rows = [...limits].map(([key, uses]) => [
    code(key),
    nameOf(furthest(uses)),
    uses.map(({ rule }) => rule).join(', '),
  ])
  const details = [...limits.keys()].map((key) => [`- ${code(key)}`, ...testLines(testsNaming(key))].join('\n'))
  return [
    '## Limits',
    table(['Limit', 'Standing', 'Rules'], rows),
    folded('The tests that name it', details.join('\n')),
  ].join('\n\n')
}

function kindPart(): string {
  const rows = ruleKinds.map((kind) => {
    const reached = rules.flatMap(({ id }) => {
      const ofKind = enforcementsOf(id).filter((one) => one.kind === kind)
      return ofKind.length === 0 ? [] : [furthest(ofKind)]
    })
    return [
      kind.toLowerCase(),
      String(reached.length),
      ...standings.map((standing) => String(reached.filter((one) => one === standing).length)),
    ]
  })
  return [
    '## By kind',
    'A rule counts once for each kind of means that it has, by the furthest of that kind.',
    table(['Kind', 'Rules', ...standings.map(nameOf)], rows, 'numbers'),
  ].join('\n\n')
}

function furthest(enforcements: readonly Pick<Enforcement, 'standing'>[]): Standing {
  return standings.find((standing) => enforcements.some((one) => one.standing === standing)) ?? 'PLANNED'
}

function nameOf(standing: Standing): string {
  return standingNames[standing]
}

/** As the host of the repository makes it from a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
