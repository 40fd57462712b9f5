import type { Change, Identified } from './change.ts'
import { customerIdOf } from './customers.ts'
import type { Moments } from './moments.ts'
import type { Delivered } from './orders.ts'

/** One step of a complaint, so many hours after it was received. */
type Step = readonly [
  hours: number,
  does:
    | 'VERIFY'
    | 'OPINE'
    | 'HANDLE'
    | 'RETURN'
    | 'CONFIRM'
    | 'CLOSE'
    | 'REOPEN'
    | 'CLASSIFY'
    | 'GIVE_UP'
    | 'TAKE_OVER',
]

interface CompanyComplaint {
  /** About delivered goods, or of a customer without naming any. */
  readonly about: number | string
  readonly receivedDaysAgo: number
  readonly complaintClass: 'QUALITY' | 'OTHER' | 'UNCLASSIFIED'
  readonly channel: 'PHONE' | 'WECHAT' | 'EMAIL' | 'ONLINE_CHAT'
  readonly description: string
  readonly steps: readonly Step[]
  /** How it is rated; left out where the survey stays open, or there is none. */
  readonly rated?: number
  readonly isHarmful?: boolean
}

const inTime: readonly Step[] = [
  [1, 'VERIFY'],
  [4, 'OPINE'],
  [6, 'HANDLE'],
  [7, 'RETURN'],
  [9, 'CONFIRM'],
]
const late: readonly Step[] = [
  [5, 'VERIFY'],
  [30, 'OPINE'],
  [74, 'HANDLE'],
]

/** Complaints in every stage; most of a working day's limit are met, some are not. */
const complaints: readonly CompanyComplaint[] = [
  complaint(0, 4, 'QUALITY', 'PHONE', '两支输液器滴壶处漏液', inTime, { rated: 5 }),
  complaint(3, 3.5, 'OTHER', 'WECHAT', '随货单据缺少一页', inTime, { rated: 4 }),
  complaint(2, 2.4, 'QUALITY', 'PHONE', '输液泵开机自检报警', inTime, { rated: 3 }),
  complaint(0, 1.2, 'OTHER', 'ONLINE_CHAT', '希望改为周一送货', inTime),
  complaint(4, 1.9, 'QUALITY', 'PHONE', '一盒口罩耳带断裂', [...inTime, [10, 'CLOSE']]),
  complaint(2, 4.2, 'QUALITY', 'EMAIL', '泵体外壳有裂纹', [...late, [76, 'RETURN'], [80, 'REOPEN']]),
  complaint(1, 4.6, 'QUALITY', 'PHONE', '穿刺器与瓶塞连接处渗漏，一名患者需重新穿刺', late, { isHarmful: true }),
  complaint(3, 3.8, 'QUALITY', 'PHONE', '螺钉包装封口不完整', [...late, [75, 'RETURN']]),
  complaint(0, 0.9, 'QUALITY', 'WECHAT', '滴速调节轮偏紧', [
    [1, 'VERIFY'],
    [8, 'OPINE'],
  ]),
  complaint(4, 0.4, 'QUALITY', 'PHONE', '口罩有异味', [[1, 'VERIFY']]),
  complaint('K11', 2.2, 'UNCLASSIFIED', 'EMAIL', '手套尺码与订单不符', [[6, 'VERIFY']]),
  complaint('K20', 1.1, 'UNCLASSIFIED', 'PHONE', '冷敷贴粘性不足', []),
  complaint('K22', 0.2, 'OTHER', 'ONLINE_CHAT', '剩余手套何时发货', []),
  complaint('K12', 0.02, 'QUALITY', 'PHONE', '冷敷贴边缘开胶', []),
  complaint('K13', 1.6, 'OTHER', 'WECHAT', '发票抬头有误', [
    [1, 'VERIFY'],
    [3, 'CLASSIFY'],
  ]),
  complaint(1, 2.7, 'OTHER', 'PHONE', '病区需要另一种颜色标识', [
    [1, 'VERIFY'],
    [4, 'GIVE_UP'],
    [5, 'TAKE_OVER'],
  ]),
  complaint(3, 1.4, 'OTHER', 'PHONE', '要求退回已开封的螺钉', [
    [1, 'VERIFY'],
    [6, 'GIVE_UP'],
  ]),
]

function complaint(
  about: CompanyComplaint['about'],
  receivedDaysAgo: number,
  complaintClass: CompanyComplaint['complaintClass'],
  channel: CompanyComplaint['channel'],
  description: string,
  steps: readonly Step[],
  more: Pick<CompanyComplaint, 'rated' | 'isHarmful'> = {},
): CompanyComplaint {
  return { about, receivedDaysAgo, complaintClass, channel, description, steps, ...more }
}

/** A complaint that is solved, and how its customer rates that. */
export interface Rated {
  readonly complaintId: string
  readonly score: number
}

export async function hearComplaints(
  change: Change,
  moments: Moments,
  delivered: readonly Delivered[],
): Promise<readonly Rated[]> {
  const heard = await Promise.all(complaints.map((each) => hear(change, moments, delivered, each)))
  return heard.flatMap(({ complaintId, rated }) => (rated === undefined ? [] : [{ complaintId, score: rated }]))
}

async function hear(change: Change, moments: Moments, delivered: readonly Delivered[], told: CompanyComplaint) {
  const { about, receivedDaysAgo, steps, rated } = told
  const goods = typeof about === 'string' ? { customerId: customerIdOf(about) } : delivered[about]
  const after = (hours: number) => moments.ago(receivedDaysAgo, -hours)
  const { id: complaintId } = await change<Identified>({
    ...{ by: 'hotline-1', mutation: 'receiveComplaint', of: 'complaint', at: after(0) },
    input: {
      ...{ ...goods, channel: told.channel, complaintClass: told.complaintClass, description: told.description },
      isAdverseEventSuspected: told.isHarmful === true,
    },
  })
  for (const [hours, does] of steps) {
    const { by, mutation, input } = stepOf(does, moments)
    await change({ by, mutation, of: 'complaint', at: after(hours), input: { complaintId, ...input } })
  }
  return { complaintId, rated }
}

function stepOf(
  does: Step[1],
  { ahead }: Moments,
): { readonly by: Parameters<Change>[0]['by']; readonly mutation: string; readonly input: object } {
  const desk = 'complaints-1'
  switch (does) {
    case 'VERIFY':
      return {
        ...{ by: desk, mutation: 'registerComplaint' },
        input: { verification: '已核对照片、批号与发货记录', isSubstantiated: true },
      }
    case 'OPINE':
      return { by: 'quality-1', mutation: 'issueOpinion', input: { opinion: '先行更换，样品送检后书面答复' } }
    case 'HANDLE':
      return {
        ...{ by: desk, mutation: 'handleComplaint' },
        input: { outcome: 'SOLVED', rootCause: '个别产品超差，已通知供应商', measure: '当日更换并上门致歉' },
      }
    case 'RETURN':
      return { by: desk, mutation: 'returnResult', input: { channel: 'PHONE' } }
    case 'CONFIRM':
      // The complainant's word is taken down by somebody who did not work on the complaint.
      return { by: 'hotline-1', mutation: 'confirmResolution', input: {} }
    case 'CLOSE':
      return { by: desk, mutation: 'closeComplaint', input: { outcome: 'CONFIRMED' } }
    case 'REOPEN':
      return { by: desk, mutation: 'reopenComplaint', input: { reason: '更换的外壳仍有裂纹' } }
    case 'CLASSIFY':
      return {
        by: desk,
        mutation: 'classifyComplaint',
        input: { complaintClass: 'QUALITY', reason: '发票所附标签与批号不符' },
      }
    case 'GIVE_UP':
      return { by: desk, mutation: 'markComplaintUnsolvable', input: { reason: '供应商均不生产该规格' } }
    case 'TAKE_OVER':
      return {
        ...{ by: 'administration-1', mutation: 'acceptByAdministration' },
        input: { expectedAt: ahead(5), reasonTold: '正在询问供应商，五日内答复' },
      }
  }
}
