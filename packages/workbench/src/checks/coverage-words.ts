import type { Standing } from '@afterline/rules'
import type { NamingTest } from './coverage-evidence.ts'
import type { StandingEnforcement } from './coverage-standing.ts'

/** Tests that are named before they are only counted on. */
const SHOWN = 3

export const standingNames: Readonly<Record<Standing, string>> = {
  IN_FORCE: 'in force',
  COMPUTED: 'computed',
  PLANNED: 'planned',
}

/** What enforces, such as "gate `licenceGate`", with its standing where it is not that of the rule. */
export function namedIn(enforcement: StandingEnforcement, ofRule: Standing): string {
  const behind = enforcement.standing === ofRule ? '' : ` (${standingNames[enforcement.standing]})`
  return `${wording(enforcement)}${behind}`
}

/** One enforcement with who asks it, such as "gate `licenceGate` (`confirmOrder`): in force". */
export function described(enforcement: StandingEnforcement): string {
  const commands = 'commands' in enforcement ? enforcement.commands : []
  const asked = commands.length === 0 ? '' : ` (${commands.map(code).join(', ')})`
  return `${wording(enforcement)}${asked}: ${standingNames[enforcement.standing]}`
}

function wording(enforcement: StandingEnforcement): string {
  switch (enforcement.kind) {
    case 'GATE':
      if ('refuses' in enforcement) return `gate, to refuse: ${enforcement.refuses}`
      return 'by' in enforcement ? `gate ${code(enforcement.by)}` : `refused within ${code(enforcement.within)}`
    case 'TIMER':
      return `limit ${code(enforcement.deadline)}`
    case 'RECORD':
      return `record ${/^[A-Z]/.test(enforcement.record) ? code(enforcement.record) : enforcement.record}`
    case 'STAGE':
      return `stage of the life cycle "${enforcement.lifeCycle}"`
    case 'KPI':
      return enforcement.kpi
    case 'JOB':
      return `${enforcement.interval.toLowerCase()} job: ${enforcement.job}`
    case 'ATTESTATION':
      return `attestation: ${enforcement.record.en}`
  }
}

/** Lines of a nested list: the first tests, and how many more there are. */
export function testLines(tests: readonly NamingTest[]): readonly string[] {
  const shown = tests.slice(0, SHOWN).map(({ file, title }) => `  - ${code(file)}: ${inText(title)}`)
  return tests.length > SHOWN ? [...shown, `  - and ${tests.length - SHOWN} more`] : shown
}

/** A title may hold what Markdown would read as a tag. */
function inText(title: string): string {
  return title.replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ')
}

export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`
}

export function code(text: string): string {
  return `\`${text}\``
}

/** @param look `numbers` sets all columns but the first to the right */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  look: 'texts' | 'numbers' = 'texts',
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`
  const rule = head.map((_, index) => (look === 'numbers' && index > 0 ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
