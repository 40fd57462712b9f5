import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeFolder } from './marketplace/folder.ts'
import { ordinarySales } from './marketplace/sales.ts'
import { commandsIn, readmeCommands } from './readme/commands.ts'
import { copyRepository } from './readme/copy.ts'
import { type Instance, npmStart } from './readme/instance.ts'
import { terminal } from './readme/terminal.ts'

/** How it is made sure that a command does what its README says. */
type Way =
  /** Typed as it stands, against the instance that `npm start` has started; exit code 0, and this is printed. */
  | { readonly instancePrints: RegExp }
  /** Typed as it stands (or in its shortest form) in the repository; exit code 0, and this is printed. */
  | { readonly prints: RegExp; readonly as?: string }
  /** Typed in a copy of the repository in which these files were spoilt; afterwards they are as they were. */
  | { readonly mends: readonly string[] }
  /** This file runs it, in these words. */
  | { readonly runBy: string; readonly words: string }

const SUPERGRAPH = 'gateway/supergraph.graphql'
const STARTED: Way = { runBy: 'tests/readme/instance.ts', words: "spawn('npm', args" }
const CHILD: Way = {
  runBy: 'packages/dev-stack/src/stack/children.ts',
  words: 'packages/service-kit/src/telemetry/register.ts',
}
/** Too long to be run here: that its options are understood is all that is made sure of. */
const understood = (line: string, command = 'bench'): Way => ({
  as: `${line} --help`,
  prints: new RegExp(`^Usage: npm run ${command}`, 'm'),
})

const ways: Readonly<Record<string, Way>> = {
  'npm start': STARTED,
  'npm start -- --data .afterline-second --port 4010': STARTED,
  'npm start -- --help': { prints: /^Usage: npm start/m },
  'npm test': { runBy: '.ci/run', words: 'npm test' },
  'npm run check': { runBy: '.ci/run', words: 'npm run --silent check' },
  'npm run fix': {
    mends: [
      SUPERGRAPH,
      'packages/events/asyncapi.yaml',
      'services/orders/src/schema.generated.ts',
      'packages/rules/COVERAGE.md',
      'biome.json',
    ],
  },
  'npm run bench': { as: 'npm run bench -- --only deadlines', prints: /^\| deadlines/m },
  'npm run bench -- --only graph --only latency': understood('npm run bench -- --only graph --only latency'),
  'npm run bench -- --full': understood('npm run bench -- --full'),
  'npm run bench -- --json': understood('npm run bench -- --json'),
  'npm run kills -- --seed 7 --kills 50': understood('npm run kills -- --seed 7 --kills 50', 'kills'),
  'npm run test:cluster -- --image afterline:0.1.0 --next 0.1.1 --address 10.0.0.7': understood(
    'npm run test:cluster -- --image afterline:0.1.0 --next 0.1.1 --address 10.0.0.7',
    'test:cluster',
  ),
  'npm run -s bill-of-materials -- --out .afterline/image': {
    prints: /^\d+ packages; not under a permissive licence: /,
  },
  'npm run mutate': { as: 'npm run mutate -- --help', prints: /^Usage: npm run mutate/m },
  'npm run -s afterline -- token --role SALES_MANAGER': { instancePrints: /^[\w-]+\.[\w-]+\.[\w-]+$/m },
  'npm run -s afterline -- kpis --from 2026-01-01 --to 2027-01-01': { instancePrints: /^KPI-1 /m },
  'npm run -s afterline -- deadlines': { instancePrints: /order\.confirm/ },
  'npm run -s afterline -- replay': { instancePrints: /^KPI-1 /m },
  'npm run -s afterline -- verify': { instancePrints: /nothing was changed, removed or inserted/ },
  'npm run -s afterline -- rebuild': { instancePrints: /^orders +DONE/m },
  'npm run -s afterline -- parked list': { instancePrints: /^Nothing is parked$/m },
  'npm run -s afterline -- import <folder> --map packages/cli/mappings/marketplace.yaml': {
    // Whatever rows the files have, each of them became a record.
    instancePrints: /^all +[\d,]+ +0 +0 +0 +0/m,
  },
  'node gateway/src/compose.ts': { mends: [SUPERGRAPH] },
  'node gateway/src/compose.ts --check': { prints: /^/ },
  'node --import ./packages/service-kit/src/telemetry/register.ts gateway/src/main.ts': CHILD,
  'node --import ./packages/service-kit/src/telemetry/register.ts services/orders/src/main.ts': CHILD,
  'node --import ./packages/service-kit/src/telemetry/register.ts packages/delivery/src/main.ts': CHILD,
}

type Kind = 'instancePrints' | 'prints' | 'mends' | 'runBy'
const waysOf = <K extends Kind>(kind: K) =>
  Object.entries(ways).filter((entry): entry is [string, Extract<Way, Record<K, unknown>>] => kind in entry[1])

const written = readmeCommands(repositoryRoot)

describe('the commands in the READMEs', () => {
  it('are all known here', () => {
    expect(written.filter(({ command }) => !(command in ways))).toEqual([])
  })

  it('are no fewer than those known here', () => {
    const commands = new Set(written.map(({ command }) => command))
    expect(Object.keys(ways).filter((command) => !commands.has(command))).toEqual([])
  })

  it.each(waysOf('runBy'))('%s is run elsewhere', (_, { runBy, words }) => {
    expect(readFileSync(join(repositoryRoot, runBy), 'utf8')).toContain(words)
  })

  it.each(waysOf('prints'))(
    '%s works',
    async (line, { prints, as = line }) => {
      const { code, output } = await terminal(repositoryRoot).type(as)
      expect(output).toMatch(prints)
      expect(code).toBe(0)
    },
    180_000,
  )
})

describe('commands that write into the repository', () => {
  it.each(waysOf('mends'))(
    '%s mends what is spoilt',
    async (line, { mends }) => {
      const copy = await copyRepository(repositoryRoot)
      try {
        for (const file of mends) await copy.spoil(file)
        const { code, output } = await terminal(copy.root).type(line)
        expect([code, output]).toEqual([0, expect.anything()])
        for (const file of mends) {
          expect(await readFile(join(copy.root, file), 'utf8')).toBe(await readFile(join(repositoryRoot, file), 'utf8'))
        }
      } finally {
        await copy.remove()
      }
    },
    180_000,
  )
})

describe('what npm start has started', () => {
  let instance: Instance
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterline-readme-'))
    await writeFolder(folder, ordinarySales(2, 'readme'))
    instance = await npmStart(repositoryRoot, join(repositoryRoot, '.afterline-test', 'across', 'readme-commands'))
  }, 300_000)
  afterAll(async () => {
    await instance.stop()
    await rm(folder, { recursive: true })
  }, 60_000)

  it.each(waysOf('instancePrints'))(
    'answers %s',
    async (line, { instancePrints }) => {
      const typed = `${line.replace('<folder>', folder)} --data ${instance.dataDir}`
      const { code, output } = await terminal(repositoryRoot).type(typed)
      expect(output).toMatch(instancePrints)
      expect(code).toBe(0)
    },
    120_000,
  )

  it('has printed addresses, and last the line that says it is ready', () => {
    expect(instance.printed).toContainEqual(expect.stringMatching(/^Graph +http:/))
    expect(instance.printed.at(-1)).toMatch(/^Afterline is ready: http:.*\/graphql /)
  })
})

describe('the commands of a text', () => {
  it('are the lines of its sh blocks, and indented ones that call npm or node, without what explains them', () => {
    const markdown = [
      '```sh',
      'npm start',
      '# first',
      'npm run check   # cheapest first',
      '```',
      '```ts',
      'npm no',
      '```',
      '',
      '    node a.ts --check    tells',
      '    await no',
      'npm no',
    ]
    expect(commandsIn(markdown.join('\n'))).toEqual(['npm start', 'npm run check', 'node a.ts --check'])
  })
})
