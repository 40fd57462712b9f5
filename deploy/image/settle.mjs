// Runs once, while an image is built: puts the pinned Node and the libraries that it needs where the image expects them,
// and keeps the compiled code of every process, so that a start on a read-only file system does not compile again.
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

const [app, runtime] = process.argv.slice(2)
const platform = `${process.platform}-${process.arch}`
/** Everything else that Node loads belongs to the C library, which an image has. */
const BROUGHT_ALONG = /^lib(?:atomic|stdc\+\+|gcc_s)\.so/

const pinned = join(app, 'node_modules', `node-${platform}`, 'bin', 'node')
for (const folder of ['bin', 'lib']) mkdirSync(join(runtime, folder), { recursive: true })
const node = join(runtime, 'bin', 'node')
copyFileSync(pinned, node)
for (const line of execFileSync('ldd', [pinned], { encoding: 'utf8' }).split('\n')) {
  const library = /=> (\/\S+)/.exec(line)?.[1]
  if (library && BROUGHT_ALONG.test(basename(library))) copyFileSync(library, join(runtime, 'lib', basename(library)))
}
// The explorer is served from one prepared piece; the files that it was made of are not.
const unused = [
  `node_modules/node-${platform}`,
  `node_modules/.pnpm/node-${platform}@*`,
  'node_modules/.pnpm/ruru@*/**/static',
]
for (const path of globSync(unused, { cwd: app })) rmSync(join(app, path), { recursive: true })

const compiled = join(app, '.compiled')
const started = [...['customers', 'orders', 'after-sales', 'surveys', 'gateway', 'delivery'].map((name) => [name]), []]
for (const [name] of started) {
  // Without a configuration each ends at once, by itself, when all its code is loaded.
  const { status } = spawnSync(node, [join(app, 'deploy', 'image', 'main.ts'), ...(name ? [] : ['--help'])], {
    env: { NODE_COMPILE_CACHE: compiled, NODE_ENV: 'production', ...(name ? { AFTERLINE_SERVICE: name } : {}) },
    stdio: 'inherit',
  })
  if (status !== (name ? 1 : 0)) throw new Error(`${name ?? 'afterline --help'} ended with ${status}`)
}
