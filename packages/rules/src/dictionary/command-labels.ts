import type { BackupCommandName } from '../life-cycles/backup-stages.ts'
import type { ComplaintCommandName } from '../life-cycles/complaint-stages.ts'
import type { ContractCommandName } from '../life-cycles/contract-stages.ts'
import type { CustomerCommandName } from '../life-cycles/customer-stages.ts'
import type { DeviationCommandName } from '../life-cycles/deviation-stages.ts'
import type { LotCommandName } from '../life-cycles/lot-stages.ts'
import type { OrderCommandName } from '../life-cycles/order-stages.ts'
import type { ProductCommandName } from '../life-cycles/product-stages.ts'
import type { StaffCommandName } from '../life-cycles/staff-stages.ts'
import type { SurveyCommandName } from '../life-cycles/survey-stages.ts'
import type { Bilingual } from '../primitives/bilingual.ts'

/** The commands that people give: those of every life cycle that is in the graph. */
export type LabelledCommand =
  | CustomerCommandName
  | ProductCommandName
  | LotCommandName
  | DeviationCommandName
  | OrderCommandName
  | ContractCommandName
  | ComplaintCommandName
  | StaffCommandName
  | SurveyCommandName
  | BackupCommandName

/** What each command is called on a button, in both languages. */
const commandLabels: Readonly<Record<LabelledCommand, Bilingual>> = {
  OpenCustomerFile: { zh: '建立客户档案', en: 'Open the customer file' },
  ChangeCustomerKind: { zh: '变更客户类型', en: 'Change the kind of customer' },
  AssignCustomerOwner: { zh: '指定负责业务员', en: 'Assign the salesperson' },
  AddContactPerson: { zh: '添加联系人', en: 'Add a contact person' },
  RecordNeed: { zh: '登记需求', en: 'Record a need' },
  RecordLicence: { zh: '登记证照', en: 'Record a licence' },
  VerifyLicence: { zh: '核实证照', en: 'Verify a licence' },
  RevokeLicence: { zh: '撤销证照', en: 'Revoke a licence' },
  InvestigateCredit: { zh: '信用调查', en: 'Investigate credit' },
  RequestErasure: { zh: '申请删除个人信息', en: 'Ask for the erasure of persons' },
  WithdrawErasure: { zh: '撤回删除申请', en: 'Withdraw the request for erasure' },
  ConfirmErasure: { zh: '确认删除个人信息', en: 'Confirm the erasure of persons' },
  RegisterStaff: { zh: '登记员工', en: 'Register the member of staff' },
  RecogniseStaff: { zh: '识别员工', en: 'Recognise the member of staff' },
  ChangeStaffRoles: { zh: '变更员工岗位', en: 'Change the roles' },
  EndStaff: { zh: '员工离岗', en: 'End the membership' },
  RecordBackup: { zh: '登记备份恢复验证', en: 'Record that a backup was restored' },
  ExpectBackups: { zh: '登记应备份日', en: 'Note days that need a backup' },
  RegisterProduct: { zh: '登记产品', en: 'Register the product' },
  CompleteProduct: { zh: '补充产品信息', en: 'Complete the product' },
  ReceiveLot: { zh: '批次入库', en: 'Receive the lot' },
  CompleteLot: { zh: '补充批次信息', en: 'Complete the lot' },
  DecideLotQuality: { zh: '判定批次质量', en: 'Decide on the quality' },
  ApproveDeviation: { zh: '批准价格偏差', en: 'Approve another price' },
  WithdrawDeviation: { zh: '撤回价格偏差批准', en: 'Withdraw the approval' },
  PlaceOrder: { zh: '下单', en: 'Place the order' },
  ConfirmOrder: { zh: '确认订单', en: 'Confirm the order' },
  RejectOrder: { zh: '拒绝订单', en: 'Decline the order' },
  StartProduction: { zh: '开始生产', en: 'Start production' },
  ReportGoodsReady: { zh: '报告备货完成', en: 'Report the goods ready' },
  CheckOutbound: { zh: '出库复核', en: 'Check what leaves' },
  ShipGoods: { zh: '发货', en: 'Ship goods' },
  ReportDelivery: { zh: '登记送达', en: 'Report the delivery' },
  TakeBackGoods: { zh: '登记退回', en: 'Take goods back' },
  CancelOrder: { zh: '取消订单', en: 'Cancel the order' },
  ReceiveComplaint: { zh: '受理投诉', en: 'Receive the complaint' },
  ClassifyComplaint: { zh: '投诉归类', en: 'Class the complaint' },
  RegisterComplaint: { zh: '核实登记投诉', en: 'Verify and register the complaint' },
  IssueOpinion: { zh: '提出处理意见', en: 'Issue an opinion' },
  HandleComplaint: { zh: '登记处理结果', en: 'Record the handling' },
  MarkComplaintUnsolvable: { zh: '移交行政部', en: 'Hand over to administration' },
  AcceptByAdministration: { zh: '行政部接收', en: 'Accept by administration' },
  ReturnResult: { zh: '反馈处理结果', en: 'Return the result' },
  ConfirmResolution: { zh: '投诉人确认', en: 'Record the confirmation' },
  ReopenComplaint: { zh: '重新处理投诉', en: 'Reopen the complaint' },
  CloseComplaint: { zh: '投诉结案', en: 'Close the complaint' },
  InviteToSurvey: { zh: '邀请评价', en: 'Ask for a rating' },
  AnswerSurvey: { zh: '提交评价', en: 'Give the rating' },
  RecordDelivery: { zh: '记录邀请已送出', en: 'Record that the invitation was sent' },
  RecordFailedDelivery: { zh: '记录邀请未送达', en: 'Record that the invitation could not be sent' },
  ResendInvitation: { zh: '重新发送评价邀请', en: 'Send the invitation again' },
  RecordOfflineAnswer: { zh: '补录线下评价', en: 'Enter a rating given by phone or on paper' },
  DraftContract: { zh: '起草合同', en: 'Draft the contract' },
  SubmitForReview: { zh: '提交法务审核', en: 'Submit it for legal review' },
  ApproveContract: { zh: '审核通过合同', en: 'Approve the contract' },
  ReturnContract: { zh: '退回合同', en: 'Return the contract' },
  AdoptTemplate: { zh: '采用合同范本', en: 'Use the reviewed template' },
  ReviseContract: { zh: '修改合同', en: 'Revise the contract' },
  SignContract: { zh: '签署合同', en: 'Sign the contract' },
  ActivateContract: { zh: '合同生效', en: 'Put the contract in force' },
  AmendContract: { zh: '签订补充协议', en: 'Amend the contract' },
  CloseContract: { zh: '合同履行完毕', en: 'Close the contract' },
  TerminateContract: { zh: '终止合同', en: 'Terminate the contract' },
}

/** @throws Error for a command that nobody has named */
export function labelOfCommand(command: string): Bilingual {
  if (Object.hasOwn(commandLabels, command)) return commandLabels[command as LabelledCommand]
  throw new Error(`${command} has no label`)
}
