import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

const examples = new URL('../examples/', import.meta.url)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const shown = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code)

describe('the README', () => {
  it('shows every example as it is run, and nothing else', () => {
    const texts = readdirSync(examples).map((name) => readFileSync(new URL(name, examples), 'utf8'))
    expect(shown.toSorted()).toEqual(texts.toSorted())
  })

  it.each(readdirSync(examples))('is right about %s', async (name) => {
    expect(readFileSync(new URL(name, examples), 'utf8')).toMatch(/^assert\./m)
    await import(new URL(name, examples).href)
  })
})
