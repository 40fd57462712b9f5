export { employeeIdOf } from './employee-id.ts'
export { knownStaff } from './known-staff.projection.ts'
export { namesStaff, staffNamedIn } from './named-staff.ts'
export { createStaffDirectory, type StaffDirectory, type StaffJudgement, type StaffSources } from './staff-directory.ts'
