/** Lower and upper end of an interval for a share, both within 0 and 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** 97.5 % quantile of the standard normal distribution: 2.5 % are left out at either end. */
const Z = 1.959963984540054

/** The Wilson score interval of `successes` among `n` at 95 %; `null` without observations. */
export function wilsonInterval(successes: number, n: number): Interval | null {
  if (n === 0) return null
  const share = successes / n
  const zz = (Z * Z) / n
  const centre = share + zz / 2
  const halfWidth = Z * Math.sqrt((share * (1 - share)) / n + zz / (4 * n))
  // The share lies within its interval; rounding may leave it, or 0 and 1, out by an ulp.
  return {
    low: Math.min(share, Math.max(0, (centre - halfWidth) / (1 + zz))),
    high: Math.max(share, Math.min(1, (centre + halfWidth) / (1 + zz))),
  }
}
