import { readdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { ledgers } from './index.ts'

const here = new URL('./', import.meta.url)
const folders = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** `deviceUser` is kept in `device-user`: a category has no dash, which in a stream's name ends it. */
function kebabOf(category: string): string {
  return category.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

describe('a category', () => {
  it.each(Object.entries(ledgers))(
    'names the folder, the file and the export of its ledger: %s',
    async (category, ledger) => {
      const name = kebabOf(category)
      expect(category).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
      expect(folders).toContain(name)
      const module: Readonly<Record<string, unknown>> = await import(new URL(`${name}/${name}-ledger.ts`, here).href)
      expect(module[`${category}Ledger`]).toBe(ledger)
    },
  )

  it('is what each folder is named after', () => {
    expect(folders.toSorted()).toEqual(Object.keys(ledgers).map(kebabOf).toSorted())
  })

  // Streams are stored under these names.
  it.each(['complaint', 'order', 'survey'])('that is stored keeps its name: %s', (category) => {
    expect(Object.keys(ledgers)).toContain(category)
  })

  // Their streams are stored, and nothing measures them: see `ledgers`.
  it.each(['customer', 'lot', 'product'])('without a ledger is given none by another name: %s', (category) => {
    expect(Object.keys(ledgers)).not.toContain(category)
  })
})
