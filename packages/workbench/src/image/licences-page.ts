import type { ImagePackage } from './image-packages.ts'

/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
])

/** What each licence of an expression says; all of them must be permissive, whichever is chosen. */
export const isPermissive = (licence: string): boolean =>
  licence.split(/\s*\b(?:AND|OR)\b\s*|[()]/).every((id) => id.trim() === '' || PERMISSIVE.has(id.trim()))

/** The licences of everything in the image; first those that ask for more than to be named. */
export function licencesPage(packages: readonly ImagePackage[]): string {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence)
  const sorted = [...byLicence].toSorted(
    ([one], [other]) => Number(isPermissive(one)) - Number(isPermissive(other)) || one.localeCompare(other, 'en'),
  )
  return [
    '# Licences of what the image holds',
    '',
    ...sorted.flatMap(([licence, those]) => [
      `## ${licence}${isPermissive(licence) ? '' : ' (not permissive: read it before you distribute the image)'}`,
      '',
      ...those.map(({ name, version, homepage }) => `- ${name} ${version}${homepage === null ? '' : ` <${homepage}>`}`),
      '',
    ]),
  ].join('\n')
}
