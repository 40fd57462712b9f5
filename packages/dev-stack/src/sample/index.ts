export {
  answerSurvey,
  fulfilOrder,
  handOverComplaint,
  invitationOf,
  mutate,
  type OrderedGoods,
  onceKnown,
  openHospital,
  type Post,
  placeOrder,
  receiveComplaint,
  type Staff,
  solveComplaint,
  stockSterileSets,
  untilFound,
} from '@afterline/cli'
export { loadSample } from './load.ts'
export { type RunningInstance, runningInstance } from './running-instance.ts'
export { type GraphTarget, staffOf } from './staff.ts'
