import type { Bilingual } from '../primitives/bilingual.ts'
import type { DeviceIdentification } from './device-identification.ts'

/*
 * Glossary
 *   element string           one or more elements in a row, as a scanner hands them over or as a label prints them
 *   element                  an application identifier and its value
 *   application identifier   the digits that say what the value is; five of them identify a device and its production
 *   FNC1                     the separator that ends a value of variable length; scanners send it as ASCII 29
 */

/** FNC1 as scanners send it: ASCII 29, group separator. */
export const FNC1 = '\u001d'

/** One of the five application identifiers that are read here. */
export interface ElementKind {
  readonly identifier: string
  readonly field: keyof DeviceIdentification
  readonly name: Bilingual
  readonly content: 'GTIN' | 'DATE' | 'TEXT'
  /** True when a value has exactly `length` characters, and therefore needs no FNC1; else it has 1 to `length`. */
  readonly isFixed: boolean
  readonly length: number
}

/** In the order of writing: fixed lengths first, so that at most one FNC1 is needed. */
export const elementKinds = [
  {
    identifier: '01',
    field: 'gtin',
    name: { zh: '产品标识', en: 'GTIN' },
    content: 'GTIN',
    isFixed: true,
    length: 14,
  },
  {
    identifier: '11',
    field: 'producedOn',
    name: { zh: '生产日期', en: 'production date' },
    content: 'DATE',
    isFixed: true,
    length: 6,
  },
  {
    identifier: '17',
    field: 'expiresOn',
    name: { zh: '失效日期', en: 'expiry date' },
    content: 'DATE',
    isFixed: true,
    length: 6,
  },
  {
    identifier: '10',
    field: 'lot',
    name: { zh: '批号', en: 'lot' },
    content: 'TEXT',
    isFixed: false,
    length: 20,
  },
  {
    identifier: '21',
    field: 'serial',
    name: { zh: '序列号', en: 'serial number' },
    content: 'TEXT',
    isFixed: false,
    length: 20,
  },
] as const satisfies readonly ElementKind[]

/** `undefined` for an application identifier that is not read here. */
export function elementKindOf(identifier: string): ElementKind | undefined {
  return elementKinds.find((kind) => kind.identifier === identifier)
}
