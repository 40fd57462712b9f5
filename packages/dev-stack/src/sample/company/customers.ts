import type { Post } from '@afterline/cli'
import { historyId } from '@afterline/events'

/** The system that the company used before; the ids of what comes from there follow from its keys. */
export const FORMER_SYSTEM = 'former-erp'

type Owner = Extract<Post, 'sales-1' | 'sales-2'>

/** A customer of the sample company. Organisations are invented; persons are named by their posts. */
export interface CompanyCustomer {
  readonly key: string
  readonly organisation: string
  readonly kind: 'CUSTOMER' | 'NEAR_CUSTOMER' | 'PROSPECT'
  readonly region: string
  readonly owner: Owner | null
  readonly trade: 'HOSPITAL' | 'CLINIC' | 'DISTRIBUTOR'
  /** `null` where nobody has asked for one yet. */
  readonly licence: 'VALID' | 'ENDING' | 'EXPIRED' | 'UNVERIFIED' | 'REVOKED' | null
  readonly credit: 'GOOD' | 'LIMITED' | 'REFUSED' | null
}

const customer = (
  key: string,
  organisation: string,
  region: string,
  trade: CompanyCustomer['trade'],
  owner: Owner | null,
  licence: CompanyCustomer['licence'],
  credit: CompanyCustomer['credit'],
  kind: CompanyCustomer['kind'] = 'CUSTOMER',
): CompanyCustomer => ({ key, organisation, region, trade, owner, licence, credit, kind })

export const customers: readonly CompanyCustomer[] = [
  customer('K01', '云杉市第一人民医院', '华东', 'HOSPITAL', 'sales-1', 'VALID', 'GOOD'),
  customer('K02', '临溪县人民医院', '华东', 'HOSPITAL', 'sales-1', 'VALID', 'GOOD'),
  customer('K03', '澜港区中心医院', '华南', 'HOSPITAL', 'sales-1', 'VALID', 'GOOD'),
  customer('K04', '青禾妇幼保健院', '华东', 'HOSPITAL', 'sales-2', 'VALID', 'GOOD'),
  customer('K05', '望岳骨科医院', '华北', 'HOSPITAL', 'sales-2', 'VALID', 'GOOD'),
  customer('K06', '栖霞岭康复医院', '华东', 'HOSPITAL', 'sales-1', 'ENDING', 'GOOD'),
  customer('K07', '海澜眼科医院', '华南', 'HOSPITAL', 'sales-2', 'EXPIRED', 'GOOD'),
  customer('K08', '北麓肿瘤医院', '华北', 'HOSPITAL', 'sales-1', 'VALID', 'LIMITED'),
  customer('K09', '松涛老年病医院', '西南', 'HOSPITAL', 'sales-2', 'UNVERIFIED', 'GOOD'),
  customer('K10', '石桥镇卫生院', '华东', 'CLINIC', 'sales-1', 'VALID', 'GOOD'),
  customer('K11', '河湾社区卫生服务中心', '华东', 'CLINIC', 'sales-1', 'VALID', 'GOOD'),
  customer('K12', '清泉谷口腔门诊部', '华南', 'CLINIC', 'sales-2', 'VALID', 'GOOD'),
  customer('K13', '晨曦巷儿科诊所', '华中', 'CLINIC', 'sales-2', 'VALID', 'GOOD'),
  customer('K14', '百草坡中医门诊部', '华中', 'CLINIC', 'sales-2', 'REVOKED', 'GOOD'),
  customer('K15', '南浦体检中心', '华南', 'CLINIC', 'sales-1', 'EXPIRED', 'GOOD'),
  customer('K16', '江畔透析中心', '西南', 'CLINIC', 'sales-2', 'VALID', 'REFUSED'),
  customer('K17', '澄川医疗器械有限公司', '华东', 'DISTRIBUTOR', 'sales-1', 'VALID', 'GOOD'),
  customer('K18', '岭南远航医药有限公司', '华南', 'DISTRIBUTOR', 'sales-1', 'VALID', 'GOOD'),
  customer('K19', '朔方康达贸易有限公司', '华北', 'DISTRIBUTOR', 'sales-2', 'ENDING', 'LIMITED'),
  customer('K20', '蜀道医疗用品有限公司', '西南', 'DISTRIBUTOR', 'sales-2', 'VALID', 'GOOD'),
  customer('K21', '楚泽仁和器械经营部', '华中', 'DISTRIBUTOR', 'sales-1', 'EXPIRED', 'LIMITED'),
  customer('K22', '东篱线上医药商城', '线上', 'DISTRIBUTOR', 'sales-2', 'VALID', 'GOOD'),
  customer('K23', '鹤鸣湖综合医院', '华中', 'HOSPITAL', 'sales-1', 'UNVERIFIED', null, 'NEAR_CUSTOMER'),
  customer('K24', '白鹭洲护理院', '华东', 'CLINIC', 'sales-2', null, null, 'NEAR_CUSTOMER'),
  customer('K25', '星河里宠物医院', '华东', 'CLINIC', null, null, null, 'PROSPECT'),
  customer('K26', '枫林高校校医院', '华北', 'CLINIC', 'sales-1', null, null, 'PROSPECT'),
  customer('K27', '天门岭疗养院', '西南', 'HOSPITAL', 'sales-2', null, null, 'PROSPECT'),
  customer('K28', '丹桂苑养老服务中心', '华中', 'CLINIC', null, null, null, 'PROSPECT'),
  customer('K29', '雁栖湾医美门诊部', '华南', 'CLINIC', 'sales-1', null, null, 'PROSPECT'),
  customer('K30', '琼海屿国际诊所', '华南', 'CLINIC', null, null, null, 'PROSPECT'),
]

export const customerIdOf = (key: string): string => historyId(FORMER_SYSTEM, 'customer', key)
