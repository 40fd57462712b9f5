import { expect } from '@jest/globals'
import { parseLocalDate } from '../primitives/local-date.ts'
import type { DeviceIdentification } from './device-identification.ts'
import type { ElementProblem } from './element-problem.ts'
import { type Gtin, gtinOf } from './gtin.ts'
import { type ElementStringOptions, parseElementString } from './parse-element-string.ts'

/* Element strings for tests; '~' stands for FNC1, so that they can be seen. */

/** 0+0+0+3+15+1+0+1+3+0+15+9+0 = 47 with weights 3 and 1 from the right: check digit 3. */
export const GTIN = '09501101530003'

export const nothing: DeviceIdentification = { gtin: null, lot: null, producedOn: null, expiresOn: null, serial: null }

export function gtin(text: string = GTIN): Gtin {
  const known = gtinOf(text)
  if (known === null) throw new Error(`${text} is no GTIN`)
  return known
}

export const date = parseLocalDate

/** An FNC1 for each '~'. */
export function scanned(text: string): string {
  return text.replaceAll('~', '\u001d')
}

export function readAs(text: string, options: Partial<ElementStringOptions> = {}): DeviceIdentification {
  const result = parseElementString(scanned(text), { referenceYear: 2026, ...options })
  expect(result).toMatchObject({ type: 'READ' })
  return result.type === 'READ' ? result.identification : nothing
}

/** Code, position and identifier of each problem, after its text was found to be in both languages. */
export function problemsOf(
  text: string,
  options: Partial<ElementStringOptions> = {},
): readonly (readonly [string, number, string | null])[] {
  const result = parseElementString(scanned(text), { referenceYear: 2026, ...options })
  return result.type === 'READ' ? [] : listed(result.problems)
}

export function listed(problems: readonly ElementProblem[]): readonly (readonly [string, number, string | null])[] {
  return problems.map(({ code, message, position, identifier }) => {
    expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect(message.en).toMatch(/[A-Za-z]{2}/)
    expect(message.en).not.toMatch(/\p{Script=Han}/u)
    return [code, position, identifier]
  })
}
