import type { Bilingual } from '@afterline/rules'
import type { GraphQLError } from 'graphql'
import { requestError } from './request-error.ts'

/** What is wrong with one field of an input. */
export interface InputProblem {
  /** Names of fields and indexes of lists, outermost first, joined by dots: `lines.0.quantity`. */
  readonly field: string
  readonly message: Bilingual
}

/** `INPUT_INVALID`, with everything that is wrong at once: a form shows each problem at its field. */
export function inputInvalid(problems: readonly InputProblem[]): GraphQLError {
  const [first] = problems
  const detail = problems.map(({ message }) => message.en).join(' ')
  return requestError('INPUT_INVALID', detail, { field: first?.field ?? null, problems })
}

/** A value that cannot be kept or read. @param reason in English, as what the field does: `holds half a character` */
export function unfitValue(field: string, reason: string): InputProblem {
  return { field, message: { zh: `“${field}”的内容无效。`, en: `${field} ${reason}.` } }
}

/** A text that is longer than it may be. */
export function tooLong(field: string, longest: number): InputProblem {
  return {
    field,
    message: { zh: `“${field}”超过 ${longest} 个字符。`, en: `${field} has more than ${longest} characters.` },
  }
}

const AT_PLACE = /^Variable "\$(?<variable>\w+)" got invalid value .* at "(?<place>[^"]+)"; (?<reason>.*)$/s
const AT_TOP = /^Variable "\$(?<variable>\w+)" got invalid value .*?; (?<reason>Field "(?<missing>[^"]+)".*|.*)$/s
const MISSING = /^Variable "\$(?<variable>\w+)" of required type .* was not provided\.$/

/** What graphql-js says of variables, as a problem of their field; `null` for any other message. It quotes no value. */
export function problemOfVariable(message: string): InputProblem | null {
  const found = (AT_PLACE.exec(message) ?? AT_TOP.exec(message) ?? MISSING.exec(message))?.groups
  if (!found) return null
  const { variable = '', place = variable, missing, reason = 'is needed.' } = found
  const field = fieldOf(missing === undefined ? place : `${place}.${missing}`)
  const told = missing === undefined ? withoutValues(reason) : reason
  return { field, message: { zh: `“${field}”未填写或无效。`, en: `${field}: ${told}` } }
}

/** A value may be a person's name or worse: what was wrong with it is told without it. */
function withoutValues(reason: string): string {
  return reason
    .replace(/:.*$/s, '.')
    .replaceAll(/ ?"[^"]*"/g, '')
    .replace(/\.*$/, '.')
}

/** `input.lines[0].quantity` → `lines.0.quantity`; the arguments of mutations name no field. */
function fieldOf(place: string): string {
  const parts = place.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  const [first, ...rest] = parts
  return ((first === 'input' || first === 'entry') && rest.length > 0 ? rest : parts).join('.')
}
