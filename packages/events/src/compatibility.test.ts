import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { incompatibilities, isBackwardCompatible, type Schema } from './compatibility.ts'
import { eventRegistry } from './platform-events.ts'

const text: Schema = { type: 'string', minLength: 1, maxLength: 10 }
const closed = (properties: Record<string, Schema>, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: 'object',
  required: [...required],
  properties,
  additionalProperties: false,
})
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

const compatible: readonly (readonly [string, Schema, Schema])[] = [
  [
    'nothing changes but what is said about it',
    { ...text, description: 'a name' },
    { ...text, description: 'the name' },
  ],
  ['an optional member is added', closed({ a: text }), closed({ a: text, b: text }, ['a'])],
  ['a member becomes optional', closed({ a: text, b: text }), closed({ a: text, b: text }, ['a'])],
  ['a member may be null', closed({ a: text }), closed({ a: orNull(text) })],
  ['a list of values grows', { enum: ['A', 'B'] }, { enum: ['A', 'B', 'C'] }],
  ['a list of values becomes any text', { type: 'string', enum: ['A'] }, { type: 'string' }],
  ['an integer may have a fraction', { type: 'integer' }, { type: 'number' }],
  ['bounds widen', text, { type: 'string', minLength: 0, maxLength: 20 }],
  ['a pattern goes', { type: 'string', pattern: '^a' }, { type: 'string' }],
  ['alternatives become more', orNull(text), { anyOf: [{ type: 'integer' }, text, { type: 'null' }] }],
  ['an object opens', closed({ a: text }), { type: 'object', required: ['a'], properties: { a: text } }],
]

/** With a value that the old schema allows and the new one refuses: the answer is true, not merely cautious. */
const incompatible: readonly (readonly [string, Schema, Schema, unknown])[] = [
  ['a required member is added', closed({ a: text }), closed({ a: text, b: text }), { a: 'x' }],
  ['a member goes', closed({ a: text, b: text }), closed({ a: text }), { a: 'x', b: 'y' }],
  ['a member becomes required', closed({ a: text }, []), closed({ a: text }), {}],
  ['null is refused', closed({ a: orNull(text) }), closed({ a: text }), { a: null }],
  ['a list of values shrinks', { enum: ['A', 'B'] }, { enum: ['A'] }, 'B'],
  ['any text becomes a list of values', { type: 'string' }, { type: 'string', enum: ['A'] }, 'B'],
  ['a number may have no fraction', { type: 'number' }, { type: 'integer' }, 0.5],
  ['the type changes', { type: 'string' }, { type: 'integer' }, 'x'],
  ['bounds narrow', text, { type: 'string', minLength: 1, maxLength: 5 }, 'sixsix'],
  ['empty text is refused', { type: 'string' }, { type: 'string', minLength: 1 }, ''],
  ['a pattern comes', { type: 'string' }, { type: 'string', pattern: '^a' }, 'b'],
  ['values must differ', { type: 'array' }, { type: 'array', uniqueItems: true }, [1, 1]],
  ['items narrow', { type: 'array', items: { type: 'number' } }, { type: 'array', items: { type: 'integer' } }, [0.5]],
  ['an open object closes', { type: 'object' }, closed({}), { a: 1 }],
  ['a free member is pinned down', { type: 'object' }, { type: 'object', properties: { a: text } }, { a: 1 }],
  [
    'a deep member narrows',
    closed({ a: closed({ b: { type: 'number' } }) }),
    closed({ a: closed({ b: { type: 'integer' } }) }),
    { a: { b: 0.5 } },
  ],
]

function isValid(schema: Schema, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  return ajv.validate(schema, value)
}

describe('a new schema', () => {
  it.each(compatible)('is backward compatible when %s', (_change, old, next) => {
    expect(incompatibilities(old, next)).toEqual([])
    expect(isBackwardCompatible(old, next)).toBe(true)
  })

  it.each(incompatible)('is not backward compatible when %s', (_change, old, next, witness) => {
    expect(isBackwardCompatible(old, next)).toBe(false)
    expect(isValid(old, witness)).toBe(true)
    expect(isValid(next, witness)).toBe(false)
  })

  it('says where and why, for all places at once', () => {
    const old = closed({ a: text, b: closed({ c: { type: 'number' } }) })
    const next = closed({ b: closed({ c: { type: 'string' } }), d: text })
    expect(incompatibilities(old, next)).toEqual([
      '/d: is required now',
      '/a: is not allowed any more',
      '/b/c: was number, is string',
    ])
  })

  it('is not backward compatible when text becomes personal, or is personal no more', () => {
    const personal = { ...text, 'x-personal': true }
    expect(isBackwardCompatible(text, personal)).toBe(false)
    expect(isBackwardCompatible(personal, text)).toBe(false)
  })
})

describe('every schema of the contract', () => {
  it.each(eventRegistry.definitions.map(({ type, version, data }) => [`${type}.v${version}`, data] as const))(
    '%s is compatible with itself, and not with one that demands more',
    (_name, data) => {
      const schema: Schema = JSON.parse(JSON.stringify(data))
      const stricter = { ...schema, required: [...(schema['required'] as string[]), 'more'] }
      expect(isBackwardCompatible(schema, schema)).toBe(true)
      expect(isBackwardCompatible(schema, stricter)).toBe(false)
    },
  )
})
