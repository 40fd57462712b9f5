export { loadSample } from './load.ts'
export { mutate, onceKnown, untilFound } from './mutate.ts'
export { type RunningInstance, runningInstance } from './running-instance.ts'
export { type GraphTarget, type Post, type Staff, staffOf } from './staff.ts'
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
} from './story.ts'
