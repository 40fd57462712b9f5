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
  return {
    field,
    message: { zh: `“${field}”的内容无效，含有无法保存或不可见的字符，请删除后重新填写。`, en: `${field} ${reason}.` },
  }
}

/** A text that is longer than it may be. */
export function tooLong(field: string, longest: number): InputProblem {
  return {
    field,
    message: { zh: `“${field}”超过 ${longest} 个字符。`, en: `${field} has more than ${longest} characters.` },
  }
}

/** Nothing of something, where something was to be entered. */
export function notPositive(field: string): InputProblem {
  return { field, message: { zh: `“${field}”必须大于零。`, en: `${field} must be more than zero.` } }
}

const AT_PLACE = /^Variable "\$(?<variable>\w+)" got invalid value .* at "(?<place>[^"]+)"; (?<reason>.*)$/s
const LACKING =
  /^Variable "\$(?<variable>\w+)" got invalid value .*; Field "(?<missing>\w+)" of required type "[^"]+" was not provided\.$/s
const AT_TOP = /^Variable "\$(?<variable>\w+)" (?:got invalid value .*|of (?:required|non-null) type .*)$/s
const MISSING = /; Field "(?<missing>\w+)" of required type "[^"]+" was not provided\.$/s

/** What graphql-js says of variables, as a problem of their field; `null` for any other message. */
export function problemOfVariable(message: string): InputProblem | null {
  const found = (AT_PLACE.exec(message) ?? LACKING.exec(message) ?? AT_TOP.exec(message))?.groups
  if (!found) return null
  const { variable = '', place = variable, reason = '' } = found
  const missing = MISSING.exec(message)?.groups?.['missing']
  const field = fieldOf(variable, missing === undefined ? place : `${place}.${missing}`)
  if (missing !== undefined || place === variable) return missingOrUnreadable(field)
  return { field, message: { zh: `“${field}”的值无效。`, en: `${field} ${reasonWithoutValues(reason)}` } }
}

/** A text that was left out, or that only looks written. */
export function missing(field: string): InputProblem {
  return { field, message: { zh: `“${field}”未填写。`, en: `${field} is missing.` } }
}

function missingOrUnreadable(field: string): InputProblem {
  return { field, message: { zh: `“${field}”未填写或无法读取。`, en: `${field} is missing or cannot be read.` } }
}

/** A value may be a person's name or worse: of what graphql-js and scalars say, only names of the schema are told. */
function reasonWithoutValues(reason: string): string {
  if (/^Value .* does not exist in "\w+" enum/s.test(reason)) return 'is none of the values that there are.'
  const type = /^Expected (?:value of |non-nullable )?type "(?<type>[\w![\]]+)"/.exec(reason)?.groups?.['type']
  const scalar = /^(?<scalar>\w+) cannot represent/.exec(reason)?.groups?.['scalar']
  const wanted = type ?? scalar
  if (wanted !== undefined) return `must be ${wanted}.`
  return reason.startsWith('Field "') ? 'has a field that is not known.' : 'cannot be read.'
}

/** `input.lines[0].quantity` → `lines.0.quantity`: what a client calls its variable names no field. */
function fieldOf(variable: string, place: string): string {
  const parts = place.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  return (parts[0] === variable && parts.length > 1 ? parts.slice(1) : parts).join('.')
}
