import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { standingsBy } from './coverage-standing.ts'
import { gateFaults } from './gate-faults.ts'
import { gatesImportedIn, gatesWithin } from './gate-sources.ts'
import { askersOf, type NamingAggregate, type NamingCommand, namingAggregates } from './gates-named.ts'
import { readSources } from './imports.ts'
import { readServiceGraphs } from './service-graphs.ts'

const folder = 'services/orders/src/order'
const importing = (gate: string) => `import { ${gate} } from '@afterline/rules'\n`
const command = (name: string, gates: NamingCommand['gates'], mutation: string | null = name): NamingCommand => ({
  command: name,
  mutation,
  gates,
})
const order = (...commands: readonly NamingCommand[]): NamingAggregate => ({ folder, commands })

describe('the gates that a source imports', () => {
  it.each([
    ["import { licenceGate, type LotAtGate, plusMillis } from '@afterline/rules'", ['licenceGate']],
    ["import {\n  creditGate,\n  licenceGate as ofBuyer,\n} from '@afterline/rules'", ['creditGate', 'licenceGate']],
    ["import * as rules from '@afterline/rules'\nrules.lotGate(rules.localDateOf(at))", ['lotGate']],
    ["export { lotGate } from '@afterline/rules'", ['lotGate']],
    ["import type { LotAtGate } from '@afterline/rules'", []],
    ["import { plusMillis as ownGate } from '@afterline/rules'", []],
    ["import { buyerGate } from './gates.ts'\nimport { plusMillis } from '@afterline/rules'", []],
  ])('are those of the rules, no types and no own ones: %j', (source, gates) => {
    expect(gatesImportedIn(source)).toEqual(gates)
  })
})

describe('what commands name', () => {
  const asking = new Map([[`${folder}/decide/confirming.ts`, importing('licenceGate')]])

  it('is as it should be where the folder asks the same', () => {
    expect(gateFaults(asking, [order(command('ConfirmOrder', ['licenceGate']))])).toEqual([])
  })

  it('lacks a gate that a file of the folder asks', () => {
    const faults = [`${folder}/decide/confirming.ts: asks licenceGate, which no command names under gates`]
    expect(gateFaults(asking, [order(command('ConfirmOrder', []))])).toEqual(faults)
    const lot = { folder: 'services/orders/src/lot', commands: [command('ReceiveLot', ['licenceGate'])] }
    expect(gateFaults(asking, [order(), lot])).toContain(faults[0])
  })

  it('holds a gate that no file of the folder asks, though a test or another folder does', () => {
    const sources = new Map([
      ...asking,
      [`${folder}/order.test.ts`, importing('lotGate')],
      ['services/orders/src/lot/lot.ts', importing('lotGate')],
    ])
    const named = order(command('ConfirmOrder', ['licenceGate', 'lotGate']))
    const lot = { folder: 'services/orders/src/lot', commands: [command('ReceiveLot', ['lotGate'])] }
    expect(gateFaults(sources, [named, lot])).toEqual([
      `${folder}: ConfirmOrder names lotGate, which no file there imports`,
    ])
  })

  it('covers what the aggregates of a service share, by whichever of them names it', () => {
    const shared = new Map([['services/orders/src/licences.ts', importing('licenceGate')]])
    expect(gateFaults(shared, [order(command('ConfirmOrder', ['licenceGate']))])).toEqual([])
    expect(gateFaults(shared, [order()])).toEqual([
      'services/orders/src/licences.ts: asks licenceGate, which no command names under gates',
    ])
  })
})

describe('who asks a gate', () => {
  const none = () => []

  it('are the mutations of the commands that name it, in their order', () => {
    const named = [
      order(
        command('ConfirmOrder', ['licenceGate'], 'confirmOrder'),
        command('ShipGoods', ['licenceGate'], 'shipGoods'),
      ),
    ]
    expect(askersOf(named, none)).toEqual(new Map([['licenceGate', ['confirmOrder', 'shipGoods']]]))
  })

  it('is nobody in the graph, where no mutation gives the command, and the gate is in force all the same', () => {
    const askers = askersOf([order(command('ImportOrder', ['licenceGate'], null))], none)
    const gates = standingsBy(askers)('CUS-5').filter(({ kind }) => kind === 'GATE')
    expect(gates).toEqual([{ kind: 'GATE', by: 'licenceGate', standing: 'IN_FORCE', commands: [] }])
  })

  it('asks the gates within, too', () => {
    const sources = new Map([
      [
        'packages/rules/src/gates/signing.ts',
        'export function signingGate(input) {\n  return [...clausesGate(input), ...more(input)]\n}\n\nfunction more() {\n  return reviewGate()\n}\n',
      ],
      [
        'packages/rules/src/gates/clauses.ts',
        '/** Unlike priceGate() */\nexport function clausesGate() {\n  return []\n}\n',
      ],
      ['packages/rules/src/gates/review.ts', 'export function reviewGate() {\n  return consentGate()\n}\n'],
    ])
    const askers = askersOf([order(command('Sign', ['signingGate'], 'sign'))], gatesWithin(sources))
    expect([...askers.keys()]).toEqual(['signingGate', 'clausesGate', 'reviewGate', 'consentGate'])
    expect(new Set([...askers.values()].flat())).toEqual(new Set(['sign']))
  })

  it('is told for each gate in the catalogue: one that nobody asks is computed', () => {
    const gates = standingsBy(new Map())('CUS-5').filter(({ kind }) => kind === 'GATE')
    expect(gates).toEqual([{ kind: 'GATE', by: 'licenceGate', standing: 'COMPUTED', commands: [] }])
  })
})

describe('the services of this repository', () => {
  it('name what they ask, for mutations that they have', async () => {
    const aggregates = namingAggregates(await readServiceGraphs(repositoryRoot))
    const sources = readSources(repositoryRoot)
    expect(gateFaults(sources, aggregates)).toEqual([])
    const askers = askersOf(aggregates, gatesWithin(sources))
    expect(askers.get('secondPersonGate')).toEqual(['checkOutbound'])
  })

  it('have each aggregate in the folder of its name', async () => {
    const files = [...readSources(repositoryRoot).keys()]
    for (const { folder: path } of namingAggregates(await readServiceGraphs(repositoryRoot))) {
      expect([path, files.some((file) => file.startsWith(`${path}/`))]).toEqual([path, true])
    }
  })
})
