export interface StaffDayWorkedData {
  readonly personId: string
  readonly teamId: string | null
}

/** One day that one person worked, recorded with an instant of that day. A day off or of absence is no such fact. */
export interface StaffDayFactData {
  readonly StaffDayWorked: StaffDayWorkedData
}
