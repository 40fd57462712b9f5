import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { repositoryRoot, runTool } from '@afterline/dev-stack'
import { type MutationScore, mutationScoreOf } from '../mutation/mutation-score.ts'

const GROUPS = ['deadlines', 'kpi', 'gates'] as const
const LEAST_SCORE = 0.9
const HELP = `Usage: npm run mutate -- [options]

Changes the rules package in thousands of small ways and counts which changes its tests notice. Takes about half an hour
on two cores; packages/rules/MUTANTS.md explains what survives. Exit code 1 when a group scores below ${LEAST_SCORE * 100} %.

  --only GROUP  only this group; may be given several times: ${GROUPS.join(', ')}
  --json        print JSON, and nothing else, on stdout
  --help        this text
`

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})

async function scoreOf(group: string): Promise<MutationScore> {
  console.error(`${group} …`)
  const args = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'packages/rules/stryker.config.mjs']
  const env = { ...process.env, AFTERLINE_MUTATE: group }
  const { code, output } = await runTool(process.execPath, args, { cwd: repositoryRoot, env })
  if (code !== 0) throw new Error(output)
  return mutationScoreOf(JSON.parse(readFileSync(join(repositoryRoot, `.afterline-mutants/${group}.json`), 'utf8')))
}

function textOf(group: string, { detected, valid, score, undetected }: MutationScore): string {
  const share = score === null ? 'nothing to mutate' : `${(score * 100).toFixed(2)} %`
  return [`${group}: ${share} (${detected} of ${valid})`, ...undetected.map((line) => `  ${line}`)].join('\n')
}

if (values.help) console.log(HELP)
else {
  const scores: Record<string, MutationScore> = {}
  for (const group of GROUPS.filter((name) => values.only?.includes(name) ?? true)) scores[group] = await scoreOf(group)
  console.log(
    values.json
      ? JSON.stringify(scores)
      : Object.entries(scores)
          .map(([group, score]) => textOf(group, score))
          .join('\n'),
  )
  if (Object.values(scores).some(({ score }) => (score ?? 1) < LEAST_SCORE)) process.exitCode = 1
}
