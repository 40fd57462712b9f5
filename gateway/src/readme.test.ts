import { readFileSync } from 'node:fs'
import { configTable, requestErrors } from '@afterline/service-kit'
import { describe, expect, it } from '@jest/globals'
import { gatewayConfigSchema } from './gateway-config.ts'
import { defaultLimits, MOST_TOKENS } from './limits/operation-limits.ts'

/** The formatter pads the columns of tables. */
const unpadded = (markdown: string) => markdown.replace(/ {2,}/g, ' ').replace(/\| ?-+ ?(?=\|)/g, '|---')
const readme = unpadded(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))

describe('the README', () => {
  it('lists every variable as the schema has it', () => {
    expect(readme).toContain(unpadded(configTable(gatewayConfigSchema)))
  })

  it.each(Object.entries(requestErrors))('lists the error %s with its meaning and status', (code, { en, status }) => {
    expect(readme).toContain(`| \`${code}\` | ${en} | ${status} |`)
  })

  it.each(Object.values({ ...defaultLimits, MOST_TOKENS }))('tells the limit of %d', (limit) => {
    expect(readme).toContain(`| ${limit.toLocaleString('en')} |`)
  })
})
