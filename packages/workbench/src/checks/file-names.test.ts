import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { faultsOfNames, fileNameFaults } from './file-names.ts'

const FOLDER = 'services/orders/src/contract'
const faultsOf = (files: readonly string[], lines = 100) => faultsOfNames(new Map(files.map((file) => [file, lines])))

describe('the folder of an aggregate', () => {
  const withGraph = (...names: readonly string[]) => ['contract.graph.ts', ...names].map((name) => `${FOLDER}/${name}`)

  it('holds files of the eight suffixes, and folders of such', () => {
    const names = ['', '.refusals', '.test', '.int.test', '.samples', '.fixture'].map((one) => `contract${one}.ts`)
    expect(faultsOf(withGraph(...names, 'contract.graphql', 'decide/sign-contract.ts'))).toEqual([])
  })

  it.each(['contract.model.ts', 'decide/sign.resolvers.ts', 'contract.violations.ts', 'contract.json', 'README'])(
    'does not hold %s',
    (name) => {
      expect(faultsOf(withGraph(name))).toEqual([expect.stringMatching(new RegExp(`^${FOLDER}/${name}: "`))])
    },
  )

  it('does not hold a row of files that repeat its name', () => {
    expect(faultsOf(withGraph('contract-decide.ts', 'contracted.ts'))).toEqual([
      `${FOLDER}/contract-decide.ts: the folder says "contract" already; a row of files becomes a folder of what they are`,
    ])
  })

  it('holds no file of more than 250 lines, tests and the schema apart', () => {
    const names = withGraph('contract.ts', 'contract.test.ts', 'contract.graphql')
    expect(faultsOf(names, 250)).toEqual([])
    expect(faultsOf(names, 251).map((fault) => fault.slice(0, fault.indexOf(':')))).toEqual([
      `${FOLDER}/contract.graph.ts`,
      `${FOLDER}/contract.ts`,
    ])
  })
})

describe('any other folder of a service', () => {
  it('may have names of its own', () => {
    expect(
      faultsOf([`${FOLDER}/contract-decide.ts`, `${FOLDER}/contract.model.ts`, 'services/orders/src/main.ts']),
    ).toEqual([])
  })
})

describe('this repository', () => {
  it('keeps to the names', () => {
    expect(fileNameFaults(repositoryRoot)).toBeUndefined()
  })
})
