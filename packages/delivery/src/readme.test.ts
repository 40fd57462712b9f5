import { readFileSync } from 'node:fs'
import { configTable } from '@afterline/service-kit'
import { describe, expect, it } from '@jest/globals'
import { deliveryConfigSchema } from './delivery-config.ts'

/** The formatter pads the columns of tables. */
const unpadded = (markdown: string) => markdown.replace(/ {2,}/g, ' ').replace(/\| ?-+ ?(?=\|)/g, '|---')

describe('the README', () => {
  it('lists every variable as the schema has it', () => {
    const readme = unpadded(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))
    expect(readme).toContain(unpadded(configTable(deliveryConfigSchema)))
  })
})
