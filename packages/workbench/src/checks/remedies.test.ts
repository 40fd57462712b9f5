import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { readServiceGraphs } from './service-graphs.ts'

/*
 * What a refusal advises can be done: by correcting what was entered, or by a mutation that there is. Every remedy of the
 * services' refusals, and of the gates that their commands ask, is one of these sentences; a new one is given a line here.
 */

/** Said of what was entered: the same mutation is sent again, with something else. */
const ABOUT_THE_ENTRY =
  /^(Add (a |at least|only)|Check|Choose|Correct|Declare|Draw up|Enter|Fill in|Give each|Keep|Leave it|Name|Nothing|Put it back|Restore|Scan|Shorten|Ship|State|Take|There is nothing|Use|Write)/

/** Said of something else that is to be done first: by which mutations. */
const ELSEWHERE: readonly (readonly [sentence: RegExp, mutations: readonly string[]])[] = [
  [/^(Record and verify|Wait for that day, or record and verify)/, ['recordLicence', 'verifyLicence']],
  [/^(Record the (new )?licence)/, ['recordLicence']],
  [/^Verify this licence/, ['verifyLicence']],
  [/or revoke it first/, ['revokeLicence']],
  [/^(Record what the customer needs|Record the need)/, ['recordNeed']],
  [/^(Investigate it|Sell only after a new investigation)/, ['investigateCredit']],
  [/^Have a colleague of legal or administration confirm/, ['confirmErasure']],
  [/^Open the customer's file/, ['openCustomerFile']],
  [/^Register the product/, ['registerProduct']],
  [/(R|r)eceive the (lot|goods) first/, ['receiveLot']],
  [/quality control (releases|decide)/, ['decideLotQuality']],
  [/name the approval|approve it/, ['approveDeviation']],
  [/place another order/, ['placeOrder']],
  [/^Have (somebody other than the picker|another person) check/, ['checkOutbound']],
  [/^Record the shipment/, ['shipGoods']],
  [/^Record it as FAILED/, ['checkOutbound']],
  [/once there is an address and a channel/, ['addContactPerson']],
  [/^Add the \$\{name\.en\}/, ['completeProduct', 'completeLot', 'shipGoods']],
  [/^(Settle the product|Have the customer agree to the present specification)/, ['reviseContract']],
  [/^Quote/, ['approveDeviation', 'placeOrder']],
  [/legal.*review|Finish the review|submit it again/, ['submitForReview', 'approveContract', 'reviseContract']],
  [/^(Have the other party sign|Amend it once both have signed)/, ['signContract', 'amendContract']],
  [/^Verify it and complete the registration form/, ['registerComplaint']],
  [/^Issue the opinion/, ['issueOpinion']],
  [/administration (accept|record the handling)/, ['acceptByAdministration', 'handleComplaint']],
  [/^Return the result/, ['returnResult']],
  [
    /^(Obtain the confirmation|Have a colleague ask the complainant|Close it as CONFIRMED)/,
    ['confirmResolution', 'closeComplaint'],
  ],
  [/^Let the customer answer/, ['answerSurvey']],
  // No mutation: a telephone number on the survey.
  [/^Contact the service desk/, []],
]

const REMEDY = /remedy:\s*\{\s*zh:\s*(['`])(?:.*?)\1,\s*en:\s*(['"`])(?<en>.*?)\2/gs

async function remedies(): Promise<readonly (readonly [file: string, sentence: string])[]> {
  const commands = (await readServiceGraphs(repositoryRoot)).flatMap(({ graphs }) =>
    graphs.flatMap(({ aggregate }) => Object.values(aggregate.commands)),
  )
  const asked = new Set<string>(commands.flatMap(({ gates }: { readonly gates: readonly string[] }) => gates))
  const gates = readAll('packages/rules/src/gates/**/*.ts')
  const asking = gates.filter(([, source]) => [...asked].some((gate) => source.includes(`export function ${gate}(`)))
  const wording = new Set(asking.flatMap(([file, source]) => [file, ...violationFilesOf(file, source)]))
  const files = [...readAll('services/*/src/**/*.refusals.ts'), ...gates.filter(([file]) => wording.has(file))]
  return files.flatMap(([file, source]) =>
    [...source.matchAll(REMEDY)].map(({ groups }) => [file, groups?.['en'] ?? ''] as const),
  )
}

function readAll(pattern: string): readonly (readonly [file: string, source: string])[] {
  return globSync(pattern, { cwd: repositoryRoot })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(repositoryRoot, file), 'utf8')] as const)
}

/** The files in which a gate words what it refuses. */
function violationFilesOf(file: string, source: string): readonly string[] {
  const names = [...source.matchAll(/from '\.\/(?<name>[\w-]+-violations)\.ts'/g)]
  return names.map(({ groups }) => join(file, '..', `${groups?.['name']}.ts`))
}

describe('what refusals advise', () => {
  it('is to correct the entry, or something that there is a mutation for', async () => {
    const all = await remedies()
    expect(all.length).toBeGreaterThan(70)
    const unknown = all.filter(
      ([, sentence]) => !ABOUT_THE_ENTRY.test(sentence) && !ELSEWHERE.some(([said]) => said.test(sentence)),
    )
    expect(unknown).toEqual([])
  })

  it('names mutations that there are, by the names that they have', async () => {
    const sdl = readFileSync(join(repositoryRoot, 'gateway', 'supergraph.graphql'), 'utf8')
    const mutations = Object.keys(buildSchema(sdl, { assumeValidSDL: true }).getMutationType()?.getFields() ?? {})
    const named = (await remedies()).flatMap(([, sentence]) => sentence.match(/(?<=\()[a-z]+[A-Z]\w+(?=\))/g) ?? [])
    expect(named).toContain('approveDeviation')
    for (const mutation of [...named, ...ELSEWHERE.flatMap(([, names]) => names)]) expect(mutations).toContain(mutation)
  })
})
