import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '@afterline/dev-stack'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { circleFaults } from './circles.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circles-'))
  for (const file of ['biome.json', 'tsconfig.base.json']) copyFileSync(join(repositoryRoot, file), join(folder, file))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), source)
  }
}

describe('two files that name each other', () => {
  beforeEach(() =>
    write({
      'src/order.ts':
        "import { refused } from './refusals.ts'\nexport interface Order { readonly id: string }\nrefused\n",
      'src/refusals.ts': "import type { Order } from './order.ts'\nexport const refused = (order: Order) => order.id\n",
      'src/lot.ts': "import type { Order } from './order.ts'\nexport type Lot = Order\n",
    }),
  )

  it('are found, even where one names types alone; a file that only leads there is not', async () => {
    const faults = await circleFaults(folder)
    expect(faults).toContain('src/order.ts:1')
    expect(faults).toContain('src/refusals.ts:1')
    expect(faults).not.toContain('src/lot.ts')
  })
})

describe('two packages that name each other', () => {
  const manifest = (name: string) => JSON.stringify({ name, type: 'module', exports: { '.': './src/index.ts' } })
  /** As the package manager does it. */
  const link = (dependent: string, dependency: string) => {
    mkdirSync(join(folder, dependent, 'node_modules'), { recursive: true })
    symlinkSync(join(folder, dependency), join(folder, dependent, 'node_modules', dependency))
  }

  it('are found through what they export', async () => {
    write({
      'one/package.json': manifest('one'),
      'one/src/index.ts': "import type { Two } from 'two'\nexport type One = Two\n",
      'two/package.json': manifest('two'),
      'two/src/index.ts': "import type { One } from 'one'\nexport type Two = One\n",
    })
    link('one', 'two')
    link('two', 'one')
    const faults = await circleFaults(folder)
    expect(faults).toContain('one/src/index.ts:1')
    expect(faults).toContain('two/src/index.ts:1')
  })
})

describe('files in no circle', () => {
  it('are no fault', async () => {
    write({ 'src/one.ts': 'export type One = 1\n', 'src/two.ts': "import type { One } from './one.ts'\n" })
    expect(await circleFaults(folder)).toBeUndefined()
  })
})
