import {
  type GoodsLabel,
  type Instant,
  type LocalDate,
  otherwiseThanTold,
  readLabel,
  type Violation,
} from '@afterline/rules'
import { notOnLabel } from '../label/label.refusals.ts'
import { deviceProblems } from '../label/label.ts'
import type { Product } from '../product/product.ts'
import { distinctSerials } from './serials.ts'

/** The products of a lot that is received: the one that was entered, and the one of the scanned device; `null` when nobody registered it. */
export interface LotLookUp {
  readonly product: Product | null
  readonly scannedProduct: Product | null
}

/** What can be read off a label. */
interface Entered {
  readonly scan: string | null
  readonly productId: string | null
  readonly lotNumber: string | null
  readonly producedOn: LocalDate | null
  readonly expiresOn: LocalDate | null
  readonly serialNumbers: readonly string[]
}

/** What is known then. */
interface Labelled extends Pick<Entered, 'producedOn' | 'expiresOn'> {
  readonly serialNumbers: string[]
  readonly productId: string
  readonly lotNumber: string
}

interface Receipt {
  /** `null` where it cannot be told what came in. */
  readonly labelled: Labelled | null
  readonly product: Product | null
  readonly violations: readonly Violation[]
}

const NO_LABEL: GoodsLabel = { gtin: null, lotNumber: null, producedOn: null, expiresOn: null, serialNumber: null }

/** TRC-4, TRC-7: what was left out is as the label says; where both say something, they say the same. */
export function receivedGoods(
  { data: told, at }: { readonly data: Entered; readonly at: Instant },
  { product, scannedProduct }: LotLookUp,
): Receipt {
  const { scan } = told
  const { label, violations } = scan === null ? { label: NO_LABEL, violations: [] } : readLabel(scan, at, ['scan'])
  if (label === null) return { labelled: null, product: null, violations }
  const onLabel = { ...label, productId: scannedProduct?.productId ?? null }
  const productId = told.productId ?? onLabel.productId
  const lotNumber = told.lotNumber ?? onLabel.lotNumber
  const problems = scan === null ? [] : scanProblems(scan, told, onLabel, scannedProduct)
  if (productId === null || lotNumber === null || problems.length > 0) {
    const isUnknownDevice = label.gtin !== null && scannedProduct === null
    const lacking = [
      ...(productId === null && !isUnknownDevice ? [notOnLabel(scan, 'productId')] : []),
      ...(lotNumber === null ? [notOnLabel(scan, 'lotNumber')] : []),
    ]
    return { labelled: null, product: null, violations: [...problems, ...lacking] }
  }
  const labelled = {
    productId,
    lotNumber,
    producedOn: told.producedOn ?? label.producedOn,
    expiresOn: told.expiresOn ?? label.expiresOn,
    serialNumbers: distinctSerials([
      ...told.serialNumbers,
      ...(label.serialNumber === null ? [] : [label.serialNumber]),
    ]),
  }
  return { labelled, product, violations: [] }
}

type OnLabel = GoodsLabel & { readonly productId: string | null }
const COMPARED = ['productId', 'lotNumber', 'producedOn', 'expiresOn'] as const

function scanProblems(
  scan: string,
  told: Readonly<Record<(typeof COMPARED)[number], string | LocalDate | null>>,
  onLabel: OnLabel,
  product: Product | null,
): readonly Violation[] {
  const others = otherwiseThanTold(scan, { told, scanned: onLabel, fields: COMPARED }, [])
  return [...deviceProblems(scan, onLabel, product, ['scan']), ...others]
}
