import { historyId } from '@afterline/events'
import { identifierOf } from '@afterline/rules'

/**
 * The id of somebody's record in the register of staff. It follows from the staff id, however that is written, so that every
 * service finds the record without asking for it.
 */
export function employeeIdOf(staffId: string): string {
  return historyId('identity', 'employee', `employee/person/${JSON.stringify([identifierOf(staffId)])}`)
}
