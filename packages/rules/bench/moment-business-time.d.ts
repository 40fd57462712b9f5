/** The little of it that the benchmark uses; the package brings no types. */
declare module 'moment-business-time' {
  interface BusinessMoment {
    addWorkingTime(amount: number, unit: 'minutes' | 'days'): BusinessMoment
    valueOf(): number
  }

  interface BusinessMoments {
    (epochMillis: number): BusinessMoment
    locale(): string
    updateLocale(
      locale: string,
      data: {
        /** Beginnings and ends in turn, by day of week from Sunday. */
        readonly workinghours: Readonly<Record<number, readonly string[] | null>>
        readonly holidays: readonly string[]
      },
    ): void
  }

  const moment: BusinessMoments
  export default moment
}
