export type { DeviceIdentification } from './device-identification.ts'
export type { ElementProblem, ElementProblemCode } from './element-problem.ts'
export {
  type ElementStringForm,
  type ElementStringWriting,
  formatElementString,
  type WrittenElementString,
} from './format-element-string.ts'
export { type Gtin, gtinCheckDigit, gtinFrom, gtinOf } from './gtin.ts'
export { type GoodsLabel, otherwiseOnLabel, otherwiseThanTold, type ReadLabel, readLabel } from './label.ts'
export {
  type ElementStringOptions,
  type ElementStringResult,
  parseElementString,
  type UnreadElement,
} from './parse-element-string.ts'
