import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import { describe, expect, it } from '@jest/globals'
import { asyncApiDocument, eventsOfContext } from './asyncapi.ts'
import { contractFiles, prettyJson } from './contract-files.ts'
import { eventRegistry } from './platform-events.ts'
import { streamEvents } from './stream-events.ts'
import { contexts, topics } from './topics.ts'

const ROOT = join(import.meta.dirname, '..')
const files = contractFiles()

describe('the generated files', () => {
  it.each(files.map(({ path, text }) => [path, text] as const))('%s is current', (path, text) => {
    expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text)
  })

  it('hold a schema for each event type and version, and one for measurements', () => {
    const schemas = files.filter(({ path }) => path.startsWith('schemas/'))
    expect(new Set(schemas.map(({ path }) => path)).size).toBe(eventRegistry.definitions.length + 1)
  })

  it('lose nothing by being made pretty', () => {
    const value = {
      a: [1, 'two', null],
      b: [{ c: [] }, {}],
      long: Array.from({ length: 60 }, (_, index) => index),
      d: { e: true },
    }
    expect(JSON.parse(prettyJson(value))).toEqual(value)
  })
})

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3', async () => {
    const text = files.find(({ path }) => path === 'asyncapi.yaml')?.text ?? ''
    const { document, diagnostics } = await new Parser().parse(text)
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([])
    expect(document?.version()).toBe('3.0.0')
    const addresses =
      document
        ?.channels()
        .all()
        .map((channel) => channel.address()) ?? []
    expect([...addresses].sort()).toEqual(topics.map(({ name }) => name).sort())
  })

  it('is refused by the parser when it names a message that is not there', async () => {
    const broken = structuredClone(asyncApiDocument()) as { components: { messages: Record<string, unknown> } }
    delete broken.components.messages['CustomerFileOpened.v1']
    const { diagnostics } = await new Parser().parse(JSON.stringify(broken))
    expect(diagnostics.filter(({ severity }) => severity === 0)).not.toEqual([])
  })

  it('places every event on the topic of its context, and those of any stream on all', () => {
    const placed = contexts.flatMap((context) => eventsOfContext(context))
    for (const definition of eventRegistry.definitions) {
      const count = placed.filter((each) => each === definition).length
      const isOfAnyStream = streamEvents.some(({ type }) => type === definition.type)
      expect([definition.type, count]).toEqual([definition.type, isOfAnyStream ? contexts.length : 1])
    }
  })
})
