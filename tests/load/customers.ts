import type { Staff } from '@afterline/dev-stack/sample'
import {
  answerSurvey,
  fulfilOrder,
  handOverComplaint,
  openHospital,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
} from '@afterline/dev-stack/sample'

/** Customers with two orders, two complaints and a rating each: entered through the graph, as users would. */
export async function customersWithHistory(staff: Staff, count: number): Promise<readonly string[]> {
  const customers: string[] = []
  for (let index = 0; index < count; index += 1) {
    const customerId = await openHospital(staff, `Hospital ${index + 1}`)
    const goods = { customerId, ...(await stockSterileSets(staff, `SET-${customerId.slice(0, 13)}`)) }
    const now = new Date()
    const order = await placeOrder(staff, goods, now)
    await fulfilOrder(staff, order, goods)
    await placeOrder(staff, goods, now)
    const solved = await receiveComplaint(staff, goods, order.id, 'Two sets drip at the chamber')
    await solveComplaint(staff, solved)
    await answerSurvey(staff, solved, 4)
    const open = await receiveComplaint(staff, goods, order.id, 'The ward wants another colour coding')
    await handOverComplaint(staff, open, now)
    customers.push(customerId)
  }
  return customers
}
