import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from '@afterline/dev-stack'
import { circleFaults } from './circles.ts'
import { descriptionFaults } from './descriptions.ts'
import { fileNameFaults } from './file-names.ts'
import { importFaults } from './import-rules.ts'
import { labelFaults } from './labels.ts'

export interface Step {
  readonly name: string
  /** What is wrong, in the words of the tool; `undefined` when nothing is. */
  readonly run: () => Promise<string | undefined>
}

/** The name of the step that runs them. */
export const FAST_TESTS = 'fast tests'

const BIOME = ['node_modules/@biomejs/biome/bin/biome']
/** Circles are a step of their own. */
const LINT = ['--skip=suspicious/noImportCycles', '--colors=off']
const CODEGEN = ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.config.ts']
const COMPOSE = 'gateway/src/compose.ts'
const DERIVED = 'packages/workbench/src/checks/derived-schemas.ts'
const COVERAGE = 'packages/workbench/src/checks/coverage.ts'
const UNIQUE = 'packages/workbench/src/checks/unique.ts'
const PERMISSIONS = 'packages/workbench/src/checks/permissions.ts'
const CHART_PAGE = 'packages/workbench/src/checks/chart-page.ts'
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']
const JSON_SCHEMAS = 'packages/events/src/generate.ts'
const TYPES = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']
/** What has not changed since the last time, nor uses what has, is not checked again; a build server begins with nothing. */
const KEPT_TYPES = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo']

/** What a change must pass before anything is started for it: cheapest first. */
export function checkSteps(root: string): Step[] {
  return [
    { name: 'format and lint', run: node(root, [...BIOME, 'ci', ...LINT, '.']) },
    { name: 'imports', run: async () => faultList(root) },
    { name: 'file names', run: async () => fileNameFaults(root) },
    { name: 'descriptions', run: async () => descriptionFaults(root) },
    { name: 'circles', run: () => circleFaults(root) },
    { name: 'derived schemas are current', run: node(root, [DERIVED, '--check']) },
    { name: 'resolver types are current', run: node(root, [...CODEGEN, '--check']) },
    ...whereThere(root, COMPOSE, { name: 'supergraph is current', run: node(root, [COMPOSE, '--check']) }),
    ...whereThere(root, COMPOSE, { name: 'labels', run: async () => labelFaults(root) }),
    ...whereThere(root, JSON_SCHEMAS, {
      name: 'event schemas are current',
      run: node(root, [JSON_SCHEMAS, '--check']),
    }),
    { name: 'regulation coverage', run: node(root, [COVERAGE, '--check']) },
    { name: 'what is unique', run: node(root, [UNIQUE, '--check']) },
    { name: 'permissions', run: node(root, [PERMISSIONS, '--check']) },
    { name: 'values of the chart', run: node(root, [CHART_PAGE, '--check']) },
    { name: 'types', run: node(root, [...TYPES, ...(process.env['CI'] ? [] : KEPT_TYPES)]) },
    ...whereThere(root, 'knip.config.ts', { name: 'dead code', run: node(root, ['node_modules/knip/bin/knip.js']) }),
    { name: FAST_TESTS, run: node(root, [...JEST, '--maxWorkers=100%'], { AFTERLINE_TEST_LEVEL: 'fast' }) },
  ]
}

/** What can be put right by itself: types and schemas first, so that they are formatted too. */
export function fixSteps(root: string): Step[] {
  return [
    { name: 'derived schemas', run: node(root, [DERIVED]) },
    { name: 'resolver types', run: node(root, CODEGEN) },
    ...whereThere(root, COMPOSE, { name: 'supergraph', run: node(root, [COMPOSE]) }),
    ...whereThere(root, JSON_SCHEMAS, { name: 'event schemas', run: node(root, [JSON_SCHEMAS]) }),
    { name: 'regulation coverage', run: node(root, [COVERAGE]) },
    { name: 'what is unique', run: node(root, [UNIQUE]) },
    { name: 'permissions', run: node(root, [PERMISSIONS]) },
    { name: 'values of the chart', run: node(root, [CHART_PAGE]) },
    {
      name: 'format and lint',
      run: node(root, [...BIOME, 'check', '--write', ...LINT, '.']),
    },
  ]
}

/** Runs all steps, one after the other, printing each. @returns whether all of them passed. */
export async function runSteps(steps: readonly Step[], log: (line: string) => void): Promise<boolean> {
  let passed = true
  for (const { name, run } of steps) {
    const startedAt = performance.now()
    const fault = await run()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    log(`${fault === undefined ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (fault !== undefined) log(fault.trimEnd())
    passed &&= fault === undefined
  }
  return passed
}

function node(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Step['run'] {
  return async () => {
    const { code, output } = await runTool(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
    return code === 0 ? undefined : output
  }
}

function whereThere(root: string, file: string, step: Step): Step[] {
  return existsSync(join(root, file)) ? [step] : []
}

function faultList(root: string): string | undefined {
  const faults = importFaults(root)
  if (faults.length === 0) return undefined
  return faults.map(({ file, specifier, why }) => `${file}: '${specifier}': ${why}`).join('\n')
}
