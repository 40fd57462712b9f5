import { parseArgs } from 'node:util'
import { SetupError } from '@afterline/dev-stack'

export interface ClusterOptions {
  readonly image: string
  readonly tag: string
  /** Tag that the release is upgraded to under load. */
  readonly nextTag: string
  /** Of this machine, as pods reach it. */
  readonly address: string
  readonly orders: number
  /** Seconds that each of those who play them rests between two. */
  readonly pause: number
  readonly kills: number
  readonly seed: number
  readonly valuesFile: string | null
  readonly isKept: boolean
  readonly isJson: boolean
  readonly isHelp: boolean
}

export const CLUSTER_HELP = `Usage: npm run test:cluster -- --image NAME:TAG --address IP [options]

Installs the chart in a namespace of its own in the cluster that KUBECONFIG names, with MongoDB, Kafka and an issuer of
tokens on this machine; runs its test; then plays orders while the release is upgraded and rolled back and pods are killed at
random. Compares what is stored, the chains and the figures. Exit code 1 when anything is not as it should be. kubectl and helm
must be installed, and the cluster must have the image.

  --image NAME:TAG  what is installed
  --address IP      of this machine, as the cluster's pods reach it
  --next TAG        what it is upgraded to (default: the same)
  --orders N        how many orders are played meanwhile (default: 200)
  --pause S         seconds between two of them, so that they last through the upgrade (default: 5)
  --kills N         how many pods are killed meanwhile (default: 15)
  --seed N          the same number chooses the same kinds of pods (default: one that is printed)
  --values FILE     further values for the chart
  --keep            leave the release, and what it uses, until this is interrupted
  --json            print JSON, and nothing else, on stdout
  --help            this text
`

/** @throws SetupError that names the option at fault */
export function parseClusterOptions(args: readonly string[], randomSeed: () => number): ClusterOptions {
  const values = parse(args)
  const [name = '', tag = ''] = (values.image ?? '').split(/:(?=[^:/]+$)/)
  if (values.help !== true) {
    if (!name || !tag) throw new SetupError(`--image must be a name and a tag.\n\n${CLUSTER_HELP}`)
    if (!values.address) throw new SetupError(`--address is not given.\n\n${CLUSTER_HELP}`)
  }
  return {
    image: name,
    tag,
    nextTag: values.next ?? tag,
    address: values.address ?? '',
    orders: countOf('--orders', values.orders, 200),
    pause: countOf('--pause', values.pause, 5),
    kills: countOf('--kills', values.kills, 15),
    seed: countOf('--seed', values.seed, randomSeed()),
    valuesFile: values.values ?? null,
    isKept: values.keep ?? false,
    isJson: values.json ?? false,
    isHelp: values.help ?? false,
  }
}

function countOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new SetupError(`${option} must be a whole number, not '${text}'.\n\n${CLUSTER_HELP}`)
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        image: { type: 'string' },
        address: { type: 'string' },
        next: { type: 'string' },
        orders: { type: 'string' },
        pause: { type: 'string' },
        kills: { type: 'string' },
        seed: { type: 'string' },
        values: { type: 'string' },
        keep: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${CLUSTER_HELP}`, { cause: error })
  }
}
