import type { Bilingual } from '../primitives/bilingual.ts'
import type { DocumentId } from './documents.ts'

interface RoleEntry {
  readonly id: Uppercase<string>
  readonly name: Bilingual
  readonly documents: readonly DocumentId[]
  /** What the role answers for. */
  readonly owns: Bilingual
  /** STAFF may sign in; a SIGNATURE is a name on a record, not a permission; EXTERNAL parties never hold a staff token. */
  readonly standing: 'STAFF' | 'SIGNATURE' | 'EXTERNAL'
}

/** The 21 roles that the regulations name. */
export const roles = [
  {
    id: 'CUSTOMER',
    name: { zh: '客户、用户、意向客户', en: 'Customer, user or prospect' },
    documents: [
      'D1',
      'D2',
      'D3',
      'D4',
      'D5',
      'D6',
      'D7',
      'D8',
      'D9',
      'D10',
      'D11',
      'D12',
      'D13',
      'D14',
      'D15',
      'D16',
      'D17',
      'D18',
      'D19',
      'D20',
      'D21',
    ],
    owns: { zh: '需要、投诉、确认与评分', en: 'Needs, complaints, confirmations and ratings' },
    standing: 'EXTERNAL',
  },
  {
    id: 'SALESPERSON',
    name: { zh: '销售人员（指定业务员）', en: 'Salesperson' },
    documents: ['D1', 'D2', 'D14', 'D21'],
    owns: {
      zh: '销售机会、订单、报告与每月随访；在 D14 中兼做售后',
      en: 'Pipeline, orders, reports and monthly follow-up; after-sales work too under D14',
    },
    standing: 'STAFF',
  },
  {
    id: 'SALES_MANAGER',
    name: { zh: '销售经理', en: 'Sales manager' },
    documents: ['D1', 'D2'],
    owns: { zh: '月度目标、考核、分析与向上汇报', en: 'Monthly targets, assessment, analysis and reporting upwards' },
    standing: 'STAFF',
  },
  {
    id: 'LEADERSHIP',
    name: { zh: '公司领导', en: 'Company leadership' },
    documents: ['D2', 'D9'],
    owns: { zh: '年度目标；接收汇报与市场信息', en: 'Annual targets; receives reports and news of the market' },
    standing: 'STAFF',
  },
  {
    id: 'DEPARTMENT_HEAD',
    name: { zh: '部门负责人', en: 'Department head' },
    documents: ['D9'],
    owns: {
      zh: '接收客户意见，提出并组织改进',
      en: "Receives customers' opinions, proposes improvements and has them carried out",
    },
    standing: 'STAFF',
  },
  {
    id: 'MARKETING',
    name: { zh: '市场部门（营销中心）', en: 'Marketing' },
    documents: ['D2', 'D16', 'D21'],
    owns: { zh: '市场调研；接收销售分析', en: 'Market research; receives the sales analysis' },
    standing: 'STAFF',
  },
  {
    id: 'PRODUCTION',
    name: { zh: '生产部门', en: 'Production' },
    documents: ['D1', 'D18'],
    owns: { zh: '接收已确认订单，安排排程', en: 'Takes confirmed orders into the schedule' },
    standing: 'STAFF',
  },
  {
    id: 'TECHNICAL',
    name: { zh: '研发、产品与技术部门', en: 'Development and technology' },
    documents: ['D10', 'D16', 'D21'],
    owns: {
      zh: '接收分析、意见与销售状态；配合交付',
      en: 'Receives analysis, feedback and the state of sales; coordinates delivery',
    },
    standing: 'STAFF',
  },
  {
    id: 'PURCHASING',
    name: { zh: '采购', en: 'Purchasing' },
    documents: ['D16'],
    owns: { zh: '配合交付', en: 'Coordinates delivery' },
    standing: 'STAFF',
  },
  {
    id: 'FINANCE',
    name: { zh: '财务部', en: 'Finance' },
    documents: ['D9'],
    owns: { zh: '购销记录、协议与收款', en: 'Purchase and sales records, agreements and collections' },
    standing: 'STAFF',
  },
  {
    id: 'LEGAL',
    name: { zh: '法务', en: 'Legal' },
    documents: ['D9', 'D16'],
    owns: { zh: '合同审查', en: 'Reviews every contract' },
    standing: 'STAFF',
  },
  {
    id: 'QUALITY_CONTROL',
    name: { zh: '质管部', en: 'Quality control' },
    documents: ['D20', 'D21'],
    owns: { zh: '判定不合格；质量投诉', en: 'Decides what is non-conforming; complaints on quality' },
    standing: 'STAFF',
  },
  {
    id: 'ADMINISTRATION',
    name: { zh: '行政部', en: 'Administration' },
    documents: ['D20'],
    owns: { zh: '接手未能解决的投诉，召集并督办', en: 'Takes over unsolved complaints, convenes and supervises' },
    standing: 'STAFF',
  },
  {
    id: 'AFTER_SALES',
    name: { zh: '售后服务部门', en: 'After-sales' },
    documents: ['D3', 'D8', 'D16'],
    owns: { zh: '受理、诊断、修理与派工', en: 'Intake, diagnosis, repair and dispatch' },
    standing: 'STAFF',
  },
  {
    id: 'COMPLAINT_DESK',
    name: { zh: '客户投诉处理部门', en: 'Complaint desk' },
    documents: ['D9', 'D15'],
    owns: { zh: '受理投诉与争议', en: 'Takes in complaints and disputes' },
    standing: 'STAFF',
  },
  {
    id: 'MEDICAL_ADVISOR',
    name: { zh: '高级医学顾问', en: 'Senior medical advisor' },
    documents: ['D21'],
    owns: { zh: '来访、来电、信函与电子邮件', en: 'Visitors, calls, letters and e-mail' },
    standing: 'STAFF',
  },
  {
    id: 'HANDLER',
    name: { zh: '经办人、负责人', en: 'Handler and responsible person' },
    documents: ['D14', 'D20', 'D21'],
    owns: { zh: '在销售记录上署名负责', en: 'Answers for a sales record by name and signature' },
    standing: 'SIGNATURE',
  },
  {
    id: 'DOCUMENT_APPROVER',
    name: { zh: '起草人、审核人、批准人', en: 'Drafter, reviewer or approver' },
    documents: ['D21'],
    owns: { zh: '受控文件与规则集的版本', en: 'Controlled documents and versions of the policy set' },
    standing: 'STAFF',
  },
  {
    id: 'SUPPLIER',
    name: { zh: '供货方、生产商', en: 'Supplier or manufacturer' },
    documents: ['D9', 'D21'],
    owns: { zh: '维修条款与索赔', en: 'Repair terms and claims' },
    standing: 'EXTERNAL',
  },
  {
    id: 'CHANNEL_PARTNER',
    name: { zh: '渠道伙伴（零售商、经销商、平台）', en: 'Channel partner' },
    documents: ['D13', 'D15'],
    owns: { zh: '依协议代为销售', en: "Sells on the company's behalf as agreed" },
    standing: 'EXTERNAL',
  },
  {
    id: 'REGULATOR',
    name: { zh: '上级药监部门', en: 'Regulator' },
    documents: ['D20'],
    owns: { zh: '不合格品通知', en: 'Notices of non-conforming goods' },
    standing: 'EXTERNAL',
  },
] as const satisfies readonly RoleEntry[]

interface AddedRole {
  readonly id: Uppercase<string>
  readonly name: Bilingual
  readonly why: Bilingual
}

/** Roles that no regulation names but that running the platform needs. */
const addedRoles = [
  {
    id: 'WAREHOUSE',
    name: { zh: '仓库', en: 'Warehouse' },
    why: { zh: '拣货与出库复核须由两人完成', en: 'Picking and the outbound check need two different people' },
  },
  {
    id: 'SERVICE_ENGINEER',
    name: { zh: '服务工程师', en: 'Service engineer' },
    why: { zh: '只处理派给本人的工单', en: 'Works on the cases assigned to the person and sees no others' },
  },
  {
    id: 'HOTLINE_AGENT',
    name: { zh: '热线坐席', en: 'Hotline agent' },
    why: { zh: '受理热线与在线来访，但不判定质量', en: 'Takes in calls and chats without deciding on quality' },
  },
  {
    id: 'AUDITOR',
    name: { zh: '审计员', en: 'Auditor' },
    why: { zh: '只读，用于内外部检查时出示记录', en: 'Reads only, to show records at an inspection' },
  },
  {
    id: 'OPERATOR',
    name: { zh: '运维人员', en: 'Operator' },
    why: {
      zh: '导入历史记录，并处理滞留的事件',
      en: 'Imports history and looks after events that could not be applied',
    },
  },
  {
    id: 'DELIVERY_CHANNEL',
    name: { zh: '投递渠道', en: 'Delivery channel' },
    why: {
      zh: '向客户发送问卷邀请的系统账号，不授予任何人',
      en: 'A machine that sends invitations to customers; nobody on staff is one',
    },
  },
  {
    id: 'SYSTEM',
    name: { zh: '系统', en: 'System' },
    why: { zh: '定时任务以此身份留痕', en: 'Under this name scheduled work appears in the log' },
  },
  {
    id: 'PUBLIC',
    name: { zh: '公众', en: 'Public' },
    why: { zh: '凭邀请填写问卷的匿名来访者', en: 'Somebody without a sign-in who answers an invitation to a survey' },
  },
] as const satisfies readonly AddedRole[]

type StaffRole = Extract<(typeof roles)[number], { readonly standing: 'STAFF' }>

/** A role named in the regulations, whether or not anybody can sign in with it. */
export type RegulationRole = (typeof roles)[number]['id']

/** A role that a token may carry. */
export type Role = StaffRole['id'] | (typeof addedRoles)[number]['id']

/** A role that a token may carry, and the reason for its being one. */
export interface AccessRole {
  readonly id: Role
  readonly name: Bilingual
  /** True for the staff named in the regulations, false for what running the platform adds. */
  readonly isRegulated: boolean
  readonly why: Bilingual
}

/** Every role that a token may carry: the regulations' staff, then those that running the platform adds. */
export const accessRoles: readonly AccessRole[] = [
  ...roles
    .filter((role): role is StaffRole => role.standing === 'STAFF')
    .map(({ id, name, owns }) => ({ id, name, isRegulated: true, why: owns })),
  ...addedRoles.map((role) => ({ ...role, isRegulated: false })),
]
