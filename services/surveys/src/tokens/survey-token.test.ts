import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { surveyTokens } from './survey-token.ts'

const tokens = surveyTokens(randomBytes(32))
const anyId = fc.uuid()

describe('a survey token', () => {
  it('leads back to its survey, and fits into a text message', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const token = tokens.tokenOf(id)
        expect(tokens.surveyIdOf(token)).toBe(id)
        expect(token).toMatch(/^[\w-]{43}$/)
      }),
    )
  })

  it('is worthless when any character of it is changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    fc.assert(
      fc.property(anyId, fc.nat(42), fc.constantFrom(...alphabet), (id, at, character) => {
        const token = tokens.tokenOf(id)
        fc.pre(token[at] !== character)
        expect(tokens.surveyIdOf(`${token.slice(0, at)}${character}${token.slice(at + 1)}`)).toBeNull()
      }),
    )
  })

  it('is worthless under another secret', () => {
    const others = surveyTokens(randomBytes(32))
    fc.assert(fc.property(anyId, (id) => expect(others.surveyIdOf(tokens.tokenOf(id))).toBeNull()))
  })

  it('has one spelling: nothing may be added or taken away', () => {
    fc.assert(
      fc.property(anyId, fc.constantFrom('', '=', ' ', 'A', '.'), (id, more) => {
        const token = tokens.tokenOf(id)
        expect(tokens.surveyIdOf(`${token}${more}`)).toBe(more === '' ? id : null)
        expect(tokens.surveyIdOf(token.slice(1))).toBeNull()
      }),
    )
  })

  it('is never any other text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(tokens.surveyIdOf(text)).toBeNull()))
  })

  it('needs a secret that cannot be guessed', () => {
    expect(() => surveyTokens(Buffer.from('short'))).toThrow('AFTERLINE_SURVEY_SECRET')
  })
})
