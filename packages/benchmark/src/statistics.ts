/** Several measurements of one thing. The median counts; the lowest and the highest tell how far to trust it. */
export interface Summary {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** @throws RangeError without any value: a benchmark that measured nothing must not print a figure. */
export function summaryOf(values: readonly number[]): Summary {
  const sorted = sortedNumbers(values)
  return { median: quantileOfSorted(sorted, 0.5), low: sorted[0] ?? Number.NaN, high: sorted.at(-1) ?? Number.NaN }
}

/**
 * The value below which the given share of all values lies, interpolated between the two nearest ones.
 * @param share 0 for the lowest, 0.5 for the median, 1 for the highest
 * @throws RangeError without any value, or for a share outside 0 to 1
 */
export function quantileOf(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share`)
  return quantileOfSorted(sortedNumbers(values), share)
}

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5)

/**
 * Ours divided by theirs, round by round: what slowed both contestants of a round leaves its ratio as it is.
 * @throws RangeError when the rounds do not match, or a round has nothing to divide by
 */
export function ratiosOf(ours: readonly number[], theirs: readonly number[]): readonly number[] {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} rounds against ${theirs.length}`)
  return ours.map((value, round) => {
    const base = theirs[round] ?? 0
    if (!(base > 0)) throw new RangeError(`round ${round + 1} has nothing to compare with`)
    return value / base
  })
}

function sortedNumbers(values: readonly number[]): readonly number[] {
  if (values.length === 0) throw new RangeError('nothing was measured')
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError('a measurement is no number')
  return values.toSorted((a, b) => a - b)
}

function quantileOfSorted(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
