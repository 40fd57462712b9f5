import { historyId } from '@afterline/events'
import { FORMER_SYSTEM } from './customers.ts'

export interface CompanyProduct {
  readonly key: string
  readonly name: string
  readonly productClass: 'UNREGULATED' | 'CLASS_I' | 'CLASS_II' | 'CLASS_III'
  readonly isSterile: boolean
  readonly model: string
  readonly specification: string
  readonly unit: string
  /** In fen. */
  readonly price: number
  readonly category: string
}

export const products: readonly CompanyProduct[] = [
  product('IS-20', '一次性使用无菌输液器', 'CLASS_III', true, '20 滴/毫升', '支', 1250, '输注耗材'),
  product('BN-45', '可吸收接骨螺钉', 'CLASS_III', true, '4.5 mm × 40 mm', '枚', 168_000, '骨科植入'),
  product('PU-3', '容量式输液泵', 'CLASS_II', false, '0.1～1200 毫升/小时', '台', 860_000, '输注设备'),
  product('BP-8', '上臂式电子血压计', 'CLASS_II', false, '袖带 22～42 cm', '台', 29_900, '监护设备'),
  product('MK-2', '医用外科口罩', 'CLASS_II', true, '17.5 cm × 9.5 cm', '盒', 3800, '防护用品'),
  product('CP-1', '医用冷敷贴', 'CLASS_I', false, '10 cm × 13 cm', '盒', 4500, '物理治疗'),
  product('GL-5', '医用检查手套', 'CLASS_I', false, '丁腈，中号', '盒', 3600, '防护用品'),
  product('TB-6', '康复训练弹力带', 'UNREGULATED', false, '6 条装', '套', 5900, '康复用品'),
  product('HS-9', '免洗手消毒凝胶', 'UNREGULATED', false, '500 毫升', '瓶', 2200, '日用品'),
]

function product(
  key: string,
  name: string,
  productClass: CompanyProduct['productClass'],
  isSterile: boolean,
  specification: string,
  unit: string,
  price: number,
  category: string,
): CompanyProduct {
  return { key, name, productClass, isSterile, model: key, specification, unit, price, category }
}

export type Code = 'IS-20' | 'BN-45' | 'PU-3' | 'BP-8' | 'MK-2' | 'CP-1' | 'GL-5' | 'TB-6' | 'HS-9'

export const productIdOf = (key: string): string => historyId(FORMER_SYSTEM, 'product', key)

export const priceOf = (key: string): number => products.find((each) => each.key === key)?.price ?? 0

/** A lot in the warehouse, and what quality control, or the regulator, has said of it. */
export interface CompanyLot {
  readonly product: Code
  readonly number: string
  readonly quantity: number
  /** Days before today; negative ones lie ahead. */
  readonly producedDaysAgo: number
  readonly expiredDaysAgo: number
  /** BLOCKED: found not to conform at receipt. RECALLED: by the regulator, after part of it was sold. */
  readonly quality: 'RELEASED' | 'BLOCKED' | 'RECALLED' | 'UNDECIDED'
}

const lot = (
  product: Code,
  number: string,
  quantity: number,
  quality: CompanyLot['quality'] = 'RELEASED',
  [producedDaysAgo, expiredDaysAgo]: readonly [number, number] = [60, -670],
): CompanyLot => ({ product, number, quantity, quality, producedDaysAgo, expiredDaysAgo })

export const lots: readonly CompanyLot[] = [
  lot('IS-20', 'IS20-A01', 5000),
  lot('IS-20', 'IS20-A02', 2000, 'RECALLED'),
  lot('IS-20', 'IS20-A03', 3000, 'UNDECIDED'),
  lot('BN-45', 'BN45-A01', 200),
  lot('BN-45', 'BN45-A02', 80, 'BLOCKED'),
  lot('PU-3', 'PU3-A01', 60),
  lot('BP-8', 'BP8-A01', 300),
  lot('MK-2', 'MK2-A01', 4000),
  lot('MK-2', 'MK2-A00', 600, 'RELEASED', [730, 2]),
  lot('CP-1', 'CP1-A01', 2500),
  lot('GL-5', 'GL5-A01', 6000, 'RELEASED', [700, -20]),
  lot('TB-6', 'TB6-A01', 800),
  lot('HS-9', 'HS9-A01', 1500),
]
