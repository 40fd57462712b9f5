export { clientTokens } from './client-credentials.ts'
export { kpiTable } from './commands/kpi-text.ts'
export { readKpis } from './commands/kpis.ts'
export { createGraphClient, type GraphClient, type GraphClientOptions, GraphError } from './graph-client.ts'
export { isRefusal, mutate, onceKnown, untilFound } from './trial/mutate.ts'
export { actors, type Post, posts, type Staff } from './trial/staff.ts'
export {
  answerSurvey,
  fulfilOrder,
  handOverComplaint,
  invitationOf,
  type OrderedGoods,
  openHospital,
  placeOrder,
  receiveComplaint,
  solveComplaint,
  stockSterileSets,
} from './trial/story.ts'
