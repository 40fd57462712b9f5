import type { Bilingual } from '../primitives/bilingual.ts'
import type { RuleId } from './rule-entries.ts'

interface ConflictEntry {
  readonly id: `C${number}`
  /** Where the regulations contradict each other or fall silent. */
  readonly subject: Bilingual
  /** What Afterline does by default: the stricter reading, and every number is data of the policy set. */
  readonly policy: Bilingual
  readonly rules: readonly RuleId[]
}

const everyConflict = [
  {
    id: 'C1',
    subject: { zh: '销售记录保存1年还是2年', en: 'Retention of 1 year or 2 years' },
    policy: {
      zh: '一律保存到效期后 2 年；无效期的产品自售出起 5 年；植入物永不清除；处于法律保全中的记录不得清除。',
      en: 'Everything is kept until 2 years past expiry; without an expiry, 5 years from the sale; implants are never purged, and a legal hold stops any purge.',
    },
    rules: ['TRC-5', 'TRC-6'],
  },
  {
    id: 'C2',
    subject: { zh: '处理、意见与立即移交并存', en: 'Handling, opinion and instant hand-over' },
    policy: {
      zh: '三者是不同的里程碑，各自计时；一次行动满足几项就同时停表。处理完毕即意味着意见已给出，这一点须核对。',
      en: 'They are separate milestones and each has its clock; one act may stop several. That a handled complaint also has its opinion is checked.',
    },
    rules: ['CMP-3', 'CMP-4', 'CMP-5', 'CMP-6'],
  },
  {
    id: 'C3',
    subject: { zh: '24小时与1个工作日孰先', en: '24 hours against 1 working day' },
    policy: {
      zh: '两个时限都算；1 个工作日绝不折成 24 小时或 8 小时。',
      en: 'Both limits are computed, and 1 working day is never turned into 24 or into 8 hours.',
    },
    rules: ['CMP-3', 'CMP-5'],
  },
  {
    id: 'C4',
    subject: { zh: '小时是否只算工作时间', en: 'Elapsed or working hours' },
    policy: {
      zh: '按自然时间连续计算；改用营业时间须经批准。',
      en: 'Hours run on through nights and holidays; a company may switch to business hours with an approval.',
    },
    rules: ['ORD-1', 'CMP-2', 'CMP-5', 'CMP-6', 'CMP-14'],
  },
  {
    id: 'C5',
    subject: { zh: '“日”是自然日还是工作日', en: 'Calendar or working days' },
    policy: { zh: '凡只写“日”的，按自然日计算。', en: 'Where only days are said, calendar days are meant.' },
    rules: ['CMP-15'],
  },
  {
    id: 'C6',
    subject: { zh: '年度、月度与个人目标', en: 'Annual, monthly and personal targets' },
    policy: {
      zh: '合为一棵树：年、月、团队、个人；下级之和须等于上级，误差为 0，差额列为未分配。',
      en: 'They form one tree of year, month, team and person; children add up to the parent with tolerance 0, and what is missing is shown as unallocated.',
    },
    rules: ['TGT-1', 'TGT-2', 'TGT-3', 'TGT-4'],
  },
  {
    id: 'C7',
    subject: { zh: '报告的频率', en: 'How often reports are due' },
    policy: {
      zh: '日报与周报都要交；周报由各份日报和系统数字预先填好。',
      en: "Daily and weekly reports are both due, the weekly one filled in beforehand from the dailies and the system's figures.",
    },
    rules: ['RPT-1', 'RPT-2', 'RPT-4'],
  },
  {
    id: 'C8',
    subject: { zh: '随访的频率', en: 'How often customers are followed up' },
    policy: {
      zh: '同时适用：活跃客户每月一次；每次服务结案后一次（拟定 7 天内）；每个项目至少 2 次。',
      en: 'All apply: monthly for an active customer, once after each closed service (proposed: within 7 days), and at least 2 per project.',
    },
    rules: ['FUP-1', 'FUP-2', 'CUS-11'],
  },
  {
    id: 'C9',
    subject: { zh: '四套销售记录字段', en: 'Four sets of sales-record fields' },
    policy: {
      zh: '以一个全集为底，按产品类别取用不同模板；无菌类必须填齐 TRC-2 的各项。',
      en: 'One superset underlies a profile per product class; the sterile profile makes every field of TRC-2 mandatory.',
    },
    rules: ['TRC-1', 'TRC-2', 'TRC-3', 'TRC-4'],
  },
  {
    id: 'C10',
    subject: { zh: '“销售单位”指谁', en: 'Which unit the sales unit is' },
    policy: { zh: '卖方与买方两个字段都保留。', en: 'The seller and the buyer each have a field.' },
    rules: ['TRC-1'],
  },
  {
    id: 'C11',
    subject: { zh: '未决投诉交给谁', en: 'Who takes an unsolved complaint' },
    policy: {
      zh: '默认由行政部接手；质量类同时通知质管部。',
      en: 'Administration takes it by default, and quality control is told as well when quality is concerned.',
    },
    rules: ['CMP-4', 'CMP-12', 'SRV-19'],
  },
  {
    id: 'C12',
    subject: { zh: '咨询由顾问还是坐席回答', en: 'Advisor or agent' },
    policy: {
      zh: '受监管产品和医学问题转给顾问，其余归坐席，时限不变。',
      en: 'Medical questions and regulated products go to an advisor, the rest to agents, under the same limits.',
    },
    rules: ['CMP-13', 'CMP-14', 'CMP-15', 'SRV-1'],
  },
  {
    id: 'C13',
    subject: { zh: '每日备份与每周更新', en: 'Daily backup, weekly update' },
    policy: {
      zh: '当作两件事：备份间隔不超过 24 小时，档案新鲜度不超过 7 天。',
      en: 'Two jobs: a backup at most 24 hours old, and files at most 7 days old.',
    },
    rules: ['OPS-1', 'CUS-7'],
  },
  {
    id: 'C14',
    subject: { zh: '奖与惩', en: 'Reward and penalty' },
    policy: {
      zh: '记录考核结果与决定，系统不自动处罚。',
      en: 'Result and decision are recorded; the system penalises nobody by itself.',
    },
    rules: ['PRF-3'],
  },
  {
    id: 'C15',
    subject: { zh: '投诉率的分母', en: 'Denominator of the complaint rate' },
    policy: {
      zh: '以最近 12 个月的发货数量为分母（KPI-16），另按订单数给出第二种口径。',
      en: 'Units shipped in the trailing 12 months (KPI-16), with orders as a second view.',
    },
    rules: ['CMP-17'],
  },
  {
    id: 'C16',
    subject: { zh: '何谓一次成功', en: 'Meaning of first-time success' },
    policy: {
      zh: '采用 KPI-15 的定义：只处理一次，未移交，客户确认解决。',
      en: 'KPI-15 defines it: a single attempt, no hand-over, and the customer confirming.',
    },
    rules: ['CMP-17'],
  },
  {
    id: 'C17',
    subject: { zh: '所引法律已被取代', en: 'Citations of superseded law' },
    policy: {
      zh: '法律依据是带版本的引用；旧的引文作为历史保留在文件条目中。',
      en: 'A legal basis is a reference with versions; the old citation stays with its document as history.',
    },
    rules: ['GEN-3'],
  },
  {
    id: 'C18',
    subject: { zh: '写给制造商还是经营商', en: 'Makers or dealers' },
    policy: {
      zh: '产品类别与公司身份作为政策的输入。',
      en: "Product class and the company's own part in trade are inputs of the policy.",
    },
    rules: ['GEN-1', 'CUS-5', 'TRC-1'],
  },
  {
    id: 'C19',
    subject: { zh: '全天热线与营业日历', en: 'Round-the-clock hotline and business calendar' },
    policy: {
      zh: '全天 24 小时受理；营业日历只作用于按营业时间计算的时限。',
      en: 'Intake never closes; the business calendar touches only limits counted in business time.',
    },
    rules: ['SRV-1', 'SRV-2'],
  },
  {
    id: 'C20',
    subject: { zh: '加密删除与防篡改留存', en: 'Erasure against tamper-evident retention' },
    policy: {
      zh: '哈希覆盖密文或加盐承诺；个人数据用每位客户自己的密钥，销毁密钥即抹去数据而链条不断。',
      en: 'Hashes cover ciphertext or salted commitments; personal data sit under a key per customer, so destroying it erases them and the chain still holds.',
    },
    rules: ['SEC-1', 'SEC-4', 'TRC-5', 'TRC-6'],
  },
  {
    id: 'C21',
    subject: { zh: '匿名调查与满意度入档', en: 'Anonymous surveys and the customer file' },
    policy: {
      zh: '调查分两类：事后评价与案件相连并事先说明；定期调查可匿名，不存关联、日期取粗、样本不少于 5。',
      en: 'Two kinds: a transactional one is linked to its case and says so; a periodic one may be anonymous, with no link stored, a coarse date and n of at least 5.',
    },
    rules: ['SVY-1', 'SVY-2', 'CMP-8'],
  },
  {
    id: 'C22',
    subject: { zh: '未经同意的合同外承诺', en: 'Promises without consent' },
    policy: {
      zh: '合同未涵盖的承诺须先有批准记录，才能发给客户。',
      en: 'A commitment that the contract does not cover can be sent only with an approval on record.',
    },
    rules: ['CON-8'],
  },
  {
    id: 'C23',
    subject: { zh: '营业时间与节假日未规定', en: 'No business hours or holidays given' },
    policy: {
      zh: '由公司日历决定；默认周一至周五 09:00–12:00、13:30–18:00，上海时区（拟定），并计入国务院公布的放假与调休上班日。',
      en: "The company's calendar decides; by default Monday to Friday 09:00-12:00 and 13:30-18:00, Asia/Shanghai (proposed), with the State Council's holidays and make-up days.",
    },
    rules: ['CMP-3', 'SRV-2'],
  },
  {
    id: 'C24',
    subject: { zh: '培训间隔', en: 'Training interval' },
    policy: {
      zh: '间隔是数据：每个题目 12 个月，医疗法律与器械知识 6 个月，产品每出新版本一次（拟定）。',
      en: 'The interval is data: a topic comes round every 12 months, medical law and device knowledge every 6, and any new version of a product brings its own training (proposed).',
    },
    rules: ['TRN-1', 'TRN-2', 'TRN-3'],
  },
  {
    id: 'C25',
    subject: { zh: '“定期”没有期限', en: 'Periodic jobs without an interval' },
    policy: {
      zh: '间隔是数据，每次都有到期日并留下记录。拟定：PRC-2、RPT-4 至 RPT-9、PRF-1、SVY-3、IMP-3 每月；CUS-10、CUS-13、QLT-3、FUP-2、SVY-1、IMP-4 每季；TRN-4、GEN-6 每年。',
      en: 'The interval is data, every run falls due on a date and is recorded. Proposed: each month PRC-2, RPT-4 to RPT-9, PRF-1, SVY-3 and IMP-3; each quarter CUS-10, CUS-13, QLT-3, FUP-2, SVY-1 and IMP-4; each year TRN-4 and GEN-6.',
    },
    rules: [
      'CUS-10',
      'CUS-13',
      'PRC-2',
      'QLT-3',
      'RPT-4',
      'RPT-5',
      'RPT-6',
      'RPT-7',
      'RPT-8',
      'RPT-9',
      'PRF-1',
      'FUP-2',
      'SVY-1',
      'SVY-3',
      'IMP-3',
      'IMP-4',
      'TRN-4',
      'GEN-6',
    ],
  },
  {
    id: 'C26',
    subject: { zh: '“及时”没有数字', en: 'Promptly without a number' },
    policy: {
      zh: '有时限的采用拟定的数字；其余只测量并显示耗时，不因此拒绝任何操作。',
      en: 'Limits use the proposed numbers; anywhere else the delay is measured and displayed, and refuses nothing.',
    },
    rules: ['ORD-2', 'ORD-4', 'CON-1', 'CON-4', 'CUS-6', 'TGT-4', 'DEL-4', 'SRV-10', 'RCL-1'],
  },
  {
    id: 'C27',
    subject: { zh: '从何时起算，拒单算不算确认', en: 'When clocks start; rejected orders' },
    policy: {
      zh: '从收到时起算，取较严者。写明理由的拒单满足 ORD-1，但单独列示。',
      en: 'They start on receipt, which is stricter. A rejection that states its reason meets ORD-1 and is listed apart.',
    },
    rules: ['CMP-3', 'CMP-5', 'CMP-6', 'ORD-1'],
  },
  {
    id: 'C28',
    subject: { zh: '是否质量投诉尚不明确', en: 'Class of a complaint not yet known' },
    policy: {
      zh: '分类之前按 24 小时计；改类后用新类别的时限，仍从收到起算，并保留何人因何改动。',
      en: 'Before classification the 24 hours apply; once classified, the class decides, counted from receipt as before; every change keeps its author and reason.',
    },
    rules: ['CMP-5', 'CMP-6'],
  },
  {
    id: 'C29',
    subject: { zh: '移交后的时限', en: 'Limits after the hand-over' },
    policy: {
      zh: '移交不停表：处理时限继续，超时照计；行政部须告知客户预计时间。',
      en: 'The hand-over stops nothing: the handling limit runs on and a breach counts; administration gives the customer an expected time.',
    },
    rules: ['CMP-3', 'CMP-4', 'SRV-11'],
  },
  {
    id: 'C30',
    subject: { zh: '投诉由谁接收与负责', en: 'Who receives and owns a complaint' },
    policy: {
      zh: '投诉专岗是一个角色，没有该单位时由售后担任；任何人收到即开始计时。',
      en: 'The complaint desk is a role, held by after-sales where no such unit exists; receipt by anybody starts the clocks.',
    },
    rules: ['ORG-4', 'CMP-1', 'CMP-12'],
  },
  {
    id: 'C31',
    subject: { zh: '无条件退货与保修政策', en: 'Unconditional return against warranty policy' },
    policy: {
      zh: '质管部确认的质量问题不论日期按 RET-1 办，退、换、修由客户选择；其他情形由 RET-4 判定。',
      en: 'For what quality control confirms, RET-1 prevails whatever the dates and the customer picks return, exchange or repair; RET-4 settles all else.',
    },
    rules: ['RET-1', 'RET-3', 'RET-4'],
  },
  {
    id: 'C32',
    subject: { zh: '客户始终不答复', en: 'The customer never answers' },
    policy: {
      zh: '拟定：在不同日期联系 3 次后以“无答复”结案；不计为 KPI-14、KPI-15、KPI-21 的成功，单独列示。',
      en: 'Proposed: after 3 attempts on different days the case closes as unanswered; it is no success in KPI-14, KPI-15 or KPI-21 and is listed apart.',
    },
    rules: ['SRV-9', 'SRV-13', 'SVY-2'],
  },
  {
    id: 'C33',
    subject: { zh: '其他渠道的时限', en: 'Limits of the other channels' },
    policy: {
      zh: '微信、网页表单和短信比照信函：3 日，计入 KPI-18；在线聊天比照电话：24 小时；全部适用首次响应时限。',
      en: 'WeChat, web form and text message count as letters with 3 days and enter KPI-18; online chat counts as telephone with 24 hours; the limit for the first response covers all.',
    },
    rules: ['CMP-14', 'CMP-15', 'CMP-16', 'CUS-15', 'SRV-2'],
  },
  {
    id: 'C34',
    subject: { zh: '客户、用户与活跃客户', en: 'Customers, users and active ones' },
    policy: {
      zh: '一方一档，可为买方、用户或两者，更新与备份都覆盖。活跃（拟定）指有未结的机会、订单、合同、案件或项目，或近 12 个月内有交付；被排除的数量要报告。有记录的双向沟通算随访，群发不算；档案未变而重新核对算更新。',
      en: 'One file per party, as buyer, user or both; update and backup extend to either. Active (proposed) means that an opportunity, a contract, an order, a project or a case is open, or that something was delivered during the past 12 months; how many are left out is reported. A two-way contact on record is a follow-up and a mass message is none; confirming an unchanged file updates it.',
    },
    rules: ['CUS-1', 'CUS-7', 'CUS-13', 'FUP-1', 'OPS-1'],
  },
  {
    id: 'C35',
    subject: { zh: '保密与必要披露', en: 'Confidentiality and necessary disclosure' },
    policy: {
      zh: '对外只给产品、批次与故障数据；涉及个人须其同意或法律要求，每次披露都留痕。对内按角色与用途开放。',
      en: "Outsiders get product, lot and fault data; a person's only by consent or legal duty, each disclosure being logged. Insiders see by role and purpose.",
    },
    rules: ['SEC-1', 'SEC-2', 'CUS-17', 'DEL-4', 'RCL-1', 'RET-2'],
  },
  {
    id: 'C36',
    subject: { zh: '其他记录的保存期', en: 'Retention of other records' },
    policy: {
      zh: '与相关产品的销售记录同期；无产品的自结案起 5 年（拟定）。',
      en: 'As long as the sales record of its product; where there is no product, 5 years from closing (proposed).',
    },
    rules: ['TRC-4', 'TRC-5', 'TRC-6', 'SRV-15', 'CMP-8', 'CON-7'],
  },
  {
    id: 'C37',
    subject: { zh: '只对器械还是对一切产品', en: 'Devices only or any product' },
    policy: {
      zh: '取较严者：各条规则适用于所有类别；只有 CUS-5、TRC-1 至 TRC-3、TRC-8、TRN-3 以及顾问分工与产品类别相关。',
      en: 'The stricter reading: rules cover each class; tied to a class are only CUS-5, TRC-1 to TRC-3, TRC-8, TRN-3 and the routing to advisors.',
    },
    rules: ['CUS-5', 'TRC-1', 'TRC-2', 'TRC-3', 'TRC-8', 'TRN-3', 'CMP-13', 'CMP-14', 'CMP-15'],
  },
  {
    id: 'C38',
    subject: { zh: '平台订单与变更是否审查', en: 'Review of platform orders and amendments' },
    policy: {
      zh: '原样使用已审查的模板视为已审查；平台条款在 CHN-4 时审查；每次变更重新审查。',
      en: 'An unchanged reviewed template counts as reviewed; terms of a platform are looked at with CHN-4; an amendment needs a new review each time.',
    },
    rules: ['CON-3', 'CON-4', 'CHN-4'],
  },
  {
    id: 'C39',
    subject: { zh: '谁来复核出库', en: 'Who makes the outbound check' },
    policy: { zh: '由拣货人以外的另一人复核。', en: 'Somebody other than the one who picked the goods.' },
    rules: ['DEL-2'],
  },
  {
    id: 'C40',
    subject: { zh: '等待客户时能否暂停', en: 'Pauses while waiting for the customer' },
    policy: {
      zh: '默认不暂停任何时限。公司可经批准并上报，在投诉处理时限及自定时限上允许“等待客户”，法定时限、核实与意见时限绝不可以；原因与起止均记录，按时率分别给出含暂停与不含暂停两种。',
      en: 'By default nothing pauses. With an approved and reported override a company may let the handling limit, and limits of its own, wait for the customer, but never a statutory one, the verification or an opinion; reason, start and end are kept, and the on-time share appears with and without pauses.',
    },
    rules: ['CMP-2', 'CMP-3', 'CMP-5', 'CMP-6', 'SRV-5'],
  },
] as const satisfies readonly ConflictEntry[]

export type ConflictId = (typeof everyConflict)[number]['id']

/** One conflict or gap and its policy. */
export interface Conflict extends ConflictEntry {
  readonly id: ConflictId
}

/** The 40 conflicts and gaps of the regulations, each with the policy chosen for it. */
export const conflicts: readonly Conflict[] = everyConflict
