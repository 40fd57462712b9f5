import { answerSurvey } from '@afterline/cli'
import { changeOf } from './company/change.ts'
import { hearComplaints } from './company/complaints.ts'
import { approveDeviations, writeContracts } from './company/contracts.ts'
import { openFiles } from './company/files.ts'
import { tellHistory } from './company/history.ts'
import { momentsFrom } from './company/moments.ts'
import { takeOrders } from './company/orders.ts'
import { registerStaff } from './company/people.ts'
import { recallLots, stockWarehouse } from './company/stock.ts'
import { type GraphTarget, staffOf } from './staff.ts'

export { describeSample } from './describe.ts'

/**
 * Loads the sample company: every step goes through the graph and its rules, as a portal's or an import would. What lies
 * longer back than a late entry may is imported, as from the system that the company had before.
 */
export async function loadSample(target: GraphTarget): Promise<void> {
  const staff = await staffOf(target)
  const change = changeOf(staff)
  const moments = momentsFrom(Date.now())
  const importing = staff('migration-1')
  await registerStaff(change)
  const [contacts, lots] = await Promise.all([
    openFiles(importing, change, moments),
    stockWarehouse(importing, change, moments),
  ])
  const [delivered] = await Promise.all([
    takeOrders(change, moments, lots),
    tellHistory(importing, moments),
    writeContracts(change, moments, contacts),
    approveDeviations(change, moments),
  ])
  await recallLots(change, lots)
  const rated = await hearComplaints(change, moments, delivered)
  await Promise.all(rated.map(({ complaintId, score }) => answerSurvey(staff, complaintId, score)))
}
