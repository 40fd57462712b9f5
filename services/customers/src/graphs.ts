import { backups } from './backup/backup.graph.ts'
import { customers } from './customer/customer.graph.ts'
import { employees } from './employee/employee.graph.ts'

export const context = 'customers'

/** The aggregates of this service. */
export const graphs = [customers, employees, backups]
