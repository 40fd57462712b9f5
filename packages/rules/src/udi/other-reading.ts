import { deviceKindOf, type ElementKind, elementKindAt, isInternal } from './application-identifiers.ts'
import { valueProblems } from './element-value.ts'

/** Values by application identifier, as far as a text has been read. */
export type KnownValues = ReadonlyMap<string, string>

/** Longer than any value may be: what is longer is refused for its length, however else it could be read. */
const LONGEST_JUDGED = 500

/**
 * A length at which a value that no FNC1 ends could end as well, because what follows would be whole elements without a
 * fault and without contradiction to the values that are known. `null` when there is none: then only the end of the text
 * can end it. Readings without identifiers that GS1 leaves to each company come first: they say more.
 *
 * Of a value that is not read here it matters only whether it could hide one of the five; what else it is stays unread.
 */
export function otherEnd(kind: ElementKind, value: string, known: KnownValues, referenceYear: number): number | null {
  if (value.length > LONGEST_JUDGED) return null
  const judge = { couldBe: couldBeOf(referenceYear), needsDevice: deviceKindOf(kind) === undefined }
  return (
    shortestEnd(kind, value, known, { ...judge, isElement: (other) => !isInternal(other) }) ??
    shortestEnd(kind, value, known, { ...judge, isElement: () => true })
  )
}

interface Judge {
  /** Whether something could be the value of an element beside those that are known. */
  couldBe(kind: ElementKind, value: string, known: KnownValues): boolean
  isElement(kind: ElementKind): boolean
  /** Whether one of the five must be among what follows. */
  readonly needsDevice: boolean
}

function shortestEnd(kind: ElementKind, value: string, known: KnownValues, judge: Judge): number | null {
  const last = Math.min(kind.form.longest, value.length - 1)
  for (let end = Math.max(1, kind.form.shortest); end <= last; end += 1) {
    const shorter = value.slice(0, end)
    if (!judge.couldBe(kind, shorter, known)) continue
    const reading = readingOf(value.slice(end), new Map([...known, [kind.identifier, shorter]]), judge)
    if (reading === 'DEVICE' || (reading === 'OTHERS' && !judge.needsDevice)) return end
  }
  return null
}

function couldBeOf(referenceYear: number): Judge['couldBe'] {
  return (kind, value, known) => {
    const before = known.get(kind.identifier)
    if (before !== undefined && before !== value) return false
    return valueProblems({ kind, at: 0, value, valueAt: 0 }, referenceYear).length === 0
  }
}

/** Whether a text reads as elements, and whether one of the five can be among them. */
type Reading = 'NONE' | 'OTHERS' | 'DEVICE'

/** From the end of the text to its beginning: how what begins at each place can be read. */
function readingOf(text: string, known: KnownValues, judge: Judge): Reading {
  const readings: Reading[] = []
  readings[text.length] = 'OTHERS'
  for (let at = text.length - 1; at >= 0; at -= 1) readings[at] = readingFrom(text, at, readings, known, judge)
  return readings[0] ?? 'NONE'
}

function readingFrom(
  text: string,
  at: number,
  readings: readonly Reading[],
  known: KnownValues,
  judge: Judge,
): Reading {
  const kind = elementKindAt(text.slice(at, at + 4))
  if (kind === undefined || !judge.isElement(kind)) return 'NONE'
  const valueAt = at + kind.identifier.length
  const { shortest, longest } = kind.form
  let found: Reading = 'NONE'
  for (let end = valueAt + shortest; end <= Math.min(valueAt + longest, text.length); end += 1) {
    const behind = readings[end] ?? 'NONE'
    if (behind === 'NONE' || !judge.couldBe(kind, text.slice(valueAt, end), known)) continue
    if (behind === 'DEVICE' || deviceKindOf(kind) !== undefined) return 'DEVICE'
    found = 'OTHERS'
  }
  return found
}
