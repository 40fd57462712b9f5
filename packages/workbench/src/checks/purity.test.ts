import { describe, expect, it } from '@jest/globals'
import type { Sources } from './imports.ts'
import { purityFaults } from './purity.ts'

const FOLDER = 'services/orders/src/contract'

const importing = (...specifiers: readonly string[]): string =>
  specifiers.map((specifier) => `import { something } from '${specifier}'\n`).join('')
/** A folder with a graph file, thus an aggregate's, and further files by their name within it. */
const aggregate = (files: Readonly<Record<string, string>>): Sources =>
  new Map(
    Object.entries({ 'contract.graph.ts': importing('mongoose', './contract.ts'), 'contract.ts': '', ...files }).map(
      ([name, source]) => [name.includes('/src/') ? name : `${FOLDER}/${name}`, source],
    ),
  )
const faulty = (sources: Sources) => purityFaults(sources).map(({ file, specifier }) => `${file}: ${specifier}`)

describe('the folder of an aggregate', () => {
  it.each(['contract.ts', 'contract.refusals.ts', 'contract.samples.ts', 'decide/sign.ts', 'decide/deep/mongo.ts'])(
    'may not import MongoDB in %s, whatever its name',
    (name) => {
      expect(faulty(aggregate({ [name]: importing('mongoose') }))).toEqual([`${FOLDER}/${name}: mongoose`])
    },
  )

  it.each(['node:crypto', '@afterline/service-kit', '@afterline/service-kit/testing', 'graphql', '@afterline/rules/x'])(
    'imports nothing of %s, not even types',
    (specifier) => {
      const source = `import type { Something } from '${specifier}'`
      expect(faulty(aggregate({ 'decide/sign.ts': source }))).toEqual([`${FOLDER}/decide/sign.ts: ${specifier}`])
    },
  )

  it.each([
    ['const at = Date.now()', 'Date.now'],
    ['const at = new Date()', 'Date()'],
    ['const now = Temporal.Now.instant()', 'Temporal.Now'],
    ['const key = `a` + Math.random()', 'Math.random'],
    ['const id = crypto.randomUUID()', 'crypto'],
    ['const zone = process?.env.TZ', 'process'],
    ['export async function read() {}', 'async'],
  ])('does not ask its surroundings: %s', (source, used) => {
    expect(faulty(aggregate({ 'decide/sign.ts': source }))).toEqual([`${FOLDER}/decide/sign.ts: ${used}`])
  })

  it('may have words of its own that are called like these, and dates that it is given', () => {
    const source = "interface Plan { process: string; fetch?: Date }\nplan.process; new Date(0); 'await' // Date.now()"
    expect(faulty(aggregate({ 'decide/sign.ts': source }))).toEqual([])
  })

  it('imports the rules, the events, the pure part of the kit and its own pure files', () => {
    const source = importing(
      '@afterline/rules',
      '@afterline/events',
      '@afterline/service-kit/aggregate',
      './contract.ts',
    )
    expect(faulty(aggregate({ 'contract.refusals.ts': source }))).toEqual([])
  })

  it('has one file that may import all, and tests', () => {
    const names = ['contract.test.ts', 'contract.int.test.ts', 'contract.fixture.ts', 'decide/sign.graph.ts']
    expect(faulty(aggregate(Object.fromEntries(names.map((name) => [name, importing('mongoose')]))))).toEqual([])
  })

  it.each(['./contract.graph.ts', './contract.fixture.ts', './missing.ts'])(
    'has no pure file that imports %s',
    (specifier) => {
      const sources = aggregate({ 'contract.fixture.ts': '', 'contract.refusals.ts': importing(specifier) })
      expect(faulty(sources)).toEqual([`${FOLDER}/contract.refusals.ts: ${specifier}`])
    },
  )

  it('gives samples the types of the test tools', () => {
    const types = "import type { PastEvent } from '@afterline/service-kit/testing'"
    expect(faulty(aggregate({ 'contract.samples.ts': types }))).toEqual([])
    expect(faulty(aggregate({ 'contract.samples.ts': importing('@afterline/service-kit/testing') }))).toHaveLength(1)
  })

  it('makes pure what its files reach, wherever it lies, and names the file that does', () => {
    const sources = aggregate({
      'contract.ts': importing('../terms.ts'),
      'services/orders/src/terms.ts': importing('./clock.ts'),
      'services/orders/src/clock.ts': importing('node:timers'),
      'services/orders/src/free.ts': importing('node:timers'),
    })
    expect(purityFaults(sources)).toEqual([
      {
        file: 'services/orders/src/clock.ts',
        specifier: 'node:timers',
        why: expect.stringContaining(`${FOLDER}/contract.ts reaches it`),
      },
    ])
  })
})

describe('a folder without a graph file', () => {
  const faultsOf = (file: string, source: string) => faulty(new Map([[file, source]]))
  const ORDER = 'services/orders/src/order/order.ts'

  it.each(['node:crypto', '@afterline/service-kit', 'mongoose', '../../../customers/src/customer/customer.ts'])(
    'may not import %s in the file that is named like it',
    (specifier) => {
      expect(faultsOf(ORDER, importing(specifier))).toEqual([`${ORDER}: ${specifier}`])
    },
  )

  it.each(['@afterline/rules', '@afterline/events', '../lot/lot.ts'])('may import %s there', (specifier) => {
    expect(faultsOf(ORDER, importing(specifier))).toEqual([])
  })

  it('may import there the types of the service kit, which leave nothing to run', () => {
    expect(faultsOf(ORDER, "import type { Aggregate } from '@afterline/service-kit'")).toEqual([])
  })

  it('may import anything elsewhere', () => {
    expect(faultsOf('services/orders/src/order/order.model.ts', importing('mongoose'))).toEqual([])
  })
})
