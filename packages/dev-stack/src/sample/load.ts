export { describeSample } from './describe.ts'

import { type GraphTarget, staffOf } from './staff.ts'
import {
  answerSurvey,
  fulfilOrder,
  handOverComplaint,
  openHospital,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
} from './story.ts'

/** Loads the sample company: every step goes through the graph and its rules, as a portal's would. */
export async function loadSample(target: GraphTarget): Promise<void> {
  const staff = await staffOf(target)
  const now = new Date()
  const customerId = await openHospital(staff, 'Sample Hospital')
  const goods = { customerId, ...(await stockSterileSets(staff, 'IS-20')) }
  const order = await placeOrder(staff, goods, now)
  await fulfilOrder(staff, order, goods)
  await placeOrder(staff, goods, now)

  const solved = await receiveComplaint(staff, goods, order.id, 'Two sets drip at the chamber')
  await solveComplaint(staff, solved)
  await answerSurvey(staff, solved, 5)
  const handedOver = await receiveComplaint(staff, goods, order.id, 'The ward wants another colour coding')
  await handOverComplaint(staff, handedOver, now)
}
