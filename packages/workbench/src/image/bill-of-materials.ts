import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library'
import type { ImagePackage } from './image-packages.ts'

/** The image's software bill of materials: CycloneDX 1.6 in JSON. The same packages make the same text. */
export function billOfMaterials(version: string, packages: readonly ImagePackage[]): string {
  const image = new Models.Component(Enums.ComponentType.Container, 'afterline', {
    version,
    bomRef: `afterline@${version}`,
  })
  const components = packages.map(componentOf)
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: image }),
    components: new Models.ComponentRepository(components),
  })
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  return `${new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 })}\n`
}

function componentOf({ name, version, licence, homepage, sha512 }: ImagePackage): Models.Component {
  const [, group, bare = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? []
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${bare}@${version}`
  return new Models.Component(Enums.ComponentType.Library, bare, {
    ...(group === undefined ? {} : { group }),
    version,
    purl,
    bomRef: purl,
    licenses: new Models.LicenseRepository([licenceOf(licence)]),
    ...(sha512 === null ? {} : { hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], sha512]]) }),
    ...(homepage === null ? {} : { externalReferences: new Models.ExternalReferenceRepository([siteOf(homepage)]) }),
  })
}

const siteOf = (homepage: string) => new Models.ExternalReference(homepage, Enums.ExternalReferenceType.Website)

/** By its SPDX id or expression where it has one, else by the name that the package gives. */
function licenceOf(text: string): Models.License {
  if (SPDX.isSupportedSpdxId(text)) return new Models.SpdxLicense(text)
  return /\b(?:AND|OR|WITH)\b/.test(text) ? new Models.LicenseExpression(text) : new Models.NamedLicense(text)
}
