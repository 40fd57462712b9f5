import { isMap, isScalar, type Pair, parseDocument } from 'yaml'

/** A value of the chart: what nobody divides further. */
export interface ChartValue {
  /** `kafka.topics.partitions` */
  readonly path: string
  /** As JSON. */
  readonly standard: string
  readonly says: string
}

/** Texts as free as a company's own; what is below them is not the chart's to describe. */
const WHOLE = /(^|\.)(resources|annotations|podAnnotations|nodeSelector|env|policies|inline|processes\.[^.]+)$/

/** Every value of a `values.yaml` with the comment that stands before it. */
export function chartValues(text: string): readonly ChartValue[] {
  const { contents } = parseDocument(text)
  return isMap(contents) ? contents.items.flatMap((pair) => valuesOf(pair, '')) : []
}

function valuesOf(pair: Pair<unknown, unknown>, below: string): readonly ChartValue[] {
  const key = isScalar(pair.key) ? pair.key : null
  const path = below === '' ? String(key?.value) : `${below}.${key?.value}`
  const { value } = pair
  if (isMap(value) && value.items.length > 0 && !WHOLE.test(path))
    return value.items.flatMap((inner, index) =>
      valuesOf(index === 0 ? withComment(inner, value.commentBefore) : inner, path),
    )
  const standard = JSON.stringify(isMap(value) || !isScalar(value) ? (toPlain(value) ?? {}) : value.value)
  return [{ path, standard, says: (key?.commentBefore ?? '').trim().replaceAll(/\s*\n\s*/g, ' ') }]
}

/** The comment before a map's first key belongs to the map, says the parser. */
function withComment(pair: Pair<unknown, unknown>, comment: string | null | undefined): Pair<unknown, unknown> {
  if (isScalar(pair.key) && !pair.key.commentBefore && comment) pair.key.commentBefore = comment
  return pair
}

const toPlain = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'toJSON' in node && typeof node.toJSON === 'function'
    ? node.toJSON()
    : node

/** The page of all values, in the order of the file. */
export function chartValuesPage(values: readonly ChartValue[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  return [
    '# Values of the chart',
    '',
    'Made from `values.yaml` by `npm run fix`. What is marked **needed** has to be given; `values.schema.json` refuses what',
    'cannot work, and says why.',
    '',
    '| value | when not set | what it is |',
    '| --- | --- | --- |',
    ...values.map(({ path, standard, says }) => `| \`${path}\` | \`${cell(standard)}\` | ${cell(says)} |`),
    '',
  ].join('\n')
}
