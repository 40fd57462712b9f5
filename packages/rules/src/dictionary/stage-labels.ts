import type { BackupStage } from '../life-cycles/backup-stages.ts'
import type { ComplaintStage } from '../life-cycles/complaint-stages.ts'
import type { ContractStage } from '../life-cycles/contract-stages.ts'
import type { CustomerStage } from '../life-cycles/customer-stages.ts'
import type { DeviationStage } from '../life-cycles/deviation-stages.ts'
import type { LotStage } from '../life-cycles/lot-stages.ts'
import type { OrderStage } from '../life-cycles/order-stages.ts'
import type { StaffStage } from '../life-cycles/staff-stages.ts'
import type { SurveyStage } from '../life-cycles/survey-stages.ts'
import type { Labels } from './value-labels.ts'

/** The stages of what exists: before its first command there is nothing to show. */
type StageLabels<Stage extends string, Unbegun extends Stage> = Labels<Exclude<Stage, Unbegun>>

/** By the name of the enum in the graph. */
export const stageLabels = {
  OrderStatus: {
    PLACED: { zh: '已下单', en: 'Placed', meaning: 'waits for its confirmation, 24 hours at most (ORD-1)' },
    CONFIRMED: {
      zh: '已确认',
      en: 'Confirmed',
      meaning: 'accepted (ORD-1); production may begin, and goods from stock may be checked and shipped',
    },
    REJECTED: { zh: '已拒绝', en: 'Declined', meaning: 'nothing follows' },
    IN_PRODUCTION: {
      zh: '生产中',
      en: 'In production',
      meaning: 'goods are being made for it (ORD-4); goods from stock skip this',
    },
    READY: { zh: '备货完成', en: 'Ready', meaning: 'goods stand ready for the outbound check' },
    CHECKED: { zh: '已出库复核', en: 'Checked', meaning: 'everything ordered passed the outbound check' },
    PARTLY_SHIPPED: { zh: '部分发货', en: 'Partly shipped', meaning: 'part of the goods has left' },
    SHIPPED: { zh: '已发货', en: 'Shipped', meaning: 'all goods have left' },
    DELIVERED: { zh: '已送达', en: 'Delivered', meaning: 'every shipment has arrived' },
    CANCELLED: { zh: '已取消', en: 'Cancelled', meaning: 'its amount leaves the sales figures (KPI-3)' },
  } satisfies StageLabels<OrderStage, 'UNPLACED'>,
  ContractStatus: {
    DRAFT: { zh: '起草中', en: 'Draft', meaning: 'being written; also again, after a revision' },
    LEGAL_REVIEW: { zh: '法务审核中', en: 'In legal review', meaning: 'waits for legal (CON-3)' },
    APPROVED: { zh: '审核通过', en: 'Approved', meaning: 'this very text may be signed (CON-3, C38)' },
    RETURNED: { zh: '已退回', en: 'Returned', meaning: 'legal wants it revised' },
    SIGNED: { zh: '已签署', en: 'Signed', meaning: 'both parties have signed (CON-1)' },
    ACTIVE: { zh: '履行中', en: 'In force' },
    AMENDED: { zh: '已修订', en: 'Amended', meaning: 'in force as both parties amended it (CON-4)' },
    CLOSED: { zh: '履行完毕', en: 'Fulfilled' },
    TERMINATED: { zh: '已终止', en: 'Terminated', meaning: 'ended before it was fulfilled, or even signed' },
  } satisfies StageLabels<ContractStage, 'UNDRAFTED'>,
  CustomerStatus: {
    OPEN: { zh: '正常', en: 'Open', meaning: 'kept up (CUS-1), also once its persons were erased' },
    ERASURE_REQUESTED: {
      zh: '待确认删除个人信息',
      en: 'Erasure asked for',
      meaning: 'a second person has to confirm that its persons are erased (SEC-3); everything else goes on',
    },
  } satisfies StageLabels<CustomerStage, 'UNOPENED'>,
  DeviationStatus: {
    APPROVED: { zh: '已批准', en: 'Approved', meaning: 'an order may name it, until it was used or is over' },
    WITHDRAWN: { zh: '已撤回', en: 'Withdrawn', meaning: 'no further order may name it' },
  } satisfies StageLabels<DeviationStage, 'UNAPPROVED'>,
  EmployeeStatus: {
    ACTIVE: { zh: '在岗', en: 'Active', meaning: 'records may name the person, within the validity' },
    ENDED: { zh: '已离岗', en: 'Left', meaning: 'named for earlier acts only, until registered again' },
  } satisfies StageLabels<StaffStage, 'UNKNOWN'>,
  LotStatus: {
    RECEIVED: { zh: '已入库', en: 'Received', meaning: 'nothing decided so far' },
    RELEASED: { zh: '合格', en: 'Released', meaning: 'found to conform' },
    BLOCKED: { zh: '不合格', en: 'Blocked', meaning: 'may be neither invoiced nor sold (QLT-4)' },
  } satisfies StageLabels<LotStage, 'UNRECEIVED'>,
  ComplaintStatus: {
    RECEIVED: { zh: '已受理', en: 'Received', meaning: 'on record, and to be verified within 2 hours (CMP-2)' },
    REGISTERED: { zh: '已核实登记', en: 'Registered', meaning: 'verified, form complete (CMP-2)' },
    OPINION_GIVEN: { zh: '已提出处理意见', en: 'Opinion given', meaning: 'being handled' },
    HANDLED: { zh: '已处理', en: 'Handled', meaning: 'the result is still to be returned (CMP-9)' },
    RESULT_RETURNED: { zh: '已反馈处理结果', en: 'Result returned', meaning: 'the complainant knows it (CMP-9)' },
    CONFIRMED: { zh: '已确认解决', en: 'Confirmed', meaning: 'the complainant agreed that it is solved (SRV-13)' },
    REOPENED: { zh: '重新处理', en: 'Reopened', meaning: 'being handled once more' },
    CLOSED: { zh: '已结案', en: 'Closed', meaning: 'at its end; may be reopened' },
  } satisfies StageLabels<ComplaintStage, 'UNRECEIVED'>,
  SurveyStatus: {
    INVITED: { zh: '待评价', en: 'Asked', meaning: 'not answered, in time or at all; see isExpired' },
    ANSWERED: { zh: '已评价', en: 'Rated', meaning: 'the rating never changes' },
  } satisfies StageLabels<SurveyStage, 'UNINVITED'>,
  BackupRecordStatus: {
    KEPT: { zh: '已建立', en: 'Kept', meaning: 'every day needs a backup that was restored (OPS-1)' },
  } satisfies StageLabels<BackupStage, 'UNKNOWN'>,
} as const
