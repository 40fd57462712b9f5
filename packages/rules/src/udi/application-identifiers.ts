import type { Bilingual } from '../primitives/bilingual.ts'
import type { DeviceIdentification } from './device-identification.ts'
import { type ElementForm, elementForm } from './element-form.ts'
import { gs1Identifiers } from './gs1-identifiers.ts'

/*
 * Glossary
 *   element string           one or more elements in a row, as a scanner hands them over or as a label prints them
 *   element                  an application identifier and its value
 *   application identifier   the digits that say what the value is; five of them identify a device and its production
 *   FNC1                     the separator that ends a value of variable length; scanners send it as ASCII 29
 */

/** FNC1 as scanners send it: ASCII 29, group separator. */
export const FNC1 = '\u001d'
/** The symbol for it, in texts that hold no control characters. */
export const VISIBLE_FNC1 = '\u241d'

/** An application identifier, and what its values are like. */
export interface ElementKind {
  readonly identifier: string
  readonly name: Bilingual
  /** True when its values have a length that GS1 defines beforehand, and therefore need no FNC1. */
  readonly isFixed: boolean
  readonly form: ElementForm
}

/** One of the five that identify a device and its production. */
export interface DeviceElementKind extends ElementKind {
  readonly field: keyof DeviceIdentification
  readonly isDate: boolean
}

/** What an element is called that is told apart, not read. */
const OTHER: Bilingual = { zh: '数据单元', en: 'element' }

const rows = tableRows()

/** In the order of writing: fixed lengths first, so that at most one FNC1 is needed. */
export const elementKinds = [
  deviceElement('01', 'gtin', { zh: '产品标识', en: 'GTIN' }),
  deviceElement('11', 'producedOn', { zh: '生产日期', en: 'production date' }),
  deviceElement('17', 'expiresOn', { zh: '失效日期', en: 'expiry date' }),
  deviceElement('10', 'lot', { zh: '批号', en: 'lot' }),
  deviceElement('21', 'serial', { zh: '序列号', en: 'serial number' }),
] as const

const byIdentifier: ReadonlyMap<string, ElementKind> = new Map(
  [...rows.map((row): ElementKind => ({ ...row, name: OTHER })), ...elementKinds].map((kind) => [
    kind.identifier,
    kind,
  ]),
)

/** `undefined` for what is no application identifier of GS1. */
export function elementKindOf(identifier: string): ElementKind | undefined {
  return byIdentifier.get(identifier)
}

/** The kind whose identifier a text begins with: two, three or four digits, of which none begins another one. */
export function elementKindAt(text: string): ElementKind | undefined {
  return [2, 3, 4].map((length) => byIdentifier.get(text.slice(0, length))).find((kind) => kind !== undefined)
}

/** Of the five: `undefined` for an element that is told apart, not read. */
export function deviceKindOf({ identifier }: ElementKind): DeviceElementKind | undefined {
  return elementKinds.find((kind) => kind.identifier === identifier)
}

/** Whether GS1 leaves its meaning to each company. */
export function isInternal({ identifier }: ElementKind): boolean {
  return identifier.startsWith('9')
}

type TableRow = Pick<ElementKind, 'identifier' | 'isFixed' | 'form'>

function tableRows(): readonly TableRow[] {
  return gs1Identifiers
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [range = '', ...rest] = line.split(' ')
      const isFixed = rest[0] === '*'
      const form = elementForm(isFixed ? rest.slice(1) : rest)
      return identifiersOf(range).map((identifier) => ({ identifier, isFixed, form }))
    })
}

function identifiersOf(range: string): readonly string[] {
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  )
}

function deviceElement<Field extends keyof DeviceIdentification>(identifier: string, field: Field, name: Bilingual) {
  const row = rows.find((one) => one.identifier === identifier)
  if (row === undefined) throw new Error(`(${identifier}) is not in the table`)
  return { ...row, field, name, isDate: row.form.parts.some(({ content }) => content === 'DATE') }
}
