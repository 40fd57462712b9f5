import { type ElementKind, elementKindOf } from './application-identifiers.ts'
import { valueProblems } from './element-value.ts'

/** Values by application identifier, as far as a text has been read. */
export type KnownValues = ReadonlyMap<string, string>

/**
 * The smallest length at which a value that no FNC1 ends could end as well, because what follows would be whole
 * elements without a fault and without contradiction to the values that are known. `null` when there is none: then only
 * the end of the text can end the value. Only the five application identifiers of this folder count as elements.
 */
export function otherEnd(kind: ElementKind, value: string, known: KnownValues, referenceYear: number): number | null {
  const last = Math.min(kind.length, value.length - 1)
  for (let end = 1; end <= last; end += 1) {
    const shorter = value.slice(0, end)
    if (!couldBe(kind, shorter, known, referenceYear)) continue
    if (readsAsElements(value.slice(end), withValue(known, kind, shorter), referenceYear)) return end
  }
  return null
}

function readsAsElements(text: string, known: KnownValues, referenceYear: number): boolean {
  const kind = elementKindOf(text.slice(0, 2))
  if (!kind) return false
  const rest = text.slice(2)
  if (kind.isFixed) {
    const value = rest.slice(0, kind.length)
    if (!couldBe(kind, value, known, referenceYear)) return false
    const behind = rest.slice(kind.length)
    return behind === '' || readsAsElements(behind, withValue(known, kind, value), referenceYear)
  }
  return couldBe(kind, rest, known, referenceYear) || otherEnd(kind, rest, known, referenceYear) !== null
}

function couldBe(kind: ElementKind, value: string, known: KnownValues, referenceYear: number): boolean {
  const before = known.get(kind.identifier)
  if (before !== undefined && before !== value) return false
  return valueProblems({ kind, at: 0, value, valueAt: 0 }, referenceYear).length === 0
}

function withValue(known: KnownValues, kind: ElementKind, value: string): KnownValues {
  return new Map([...known, [kind.identifier, value]])
}
