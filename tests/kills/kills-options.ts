import { parseArgs } from 'node:util'
import { SetupError } from '@afterline/dev-stack'

export interface KillsOptions {
  readonly seed: number
  readonly kills: number
  readonly freezes: number
  /** How many invented sales are imported, where no folder is named. */
  readonly sales: number
  readonly folder: string | null
  readonly mapping: string
  readonly isJson: boolean
  readonly isHelp: boolean
}

export const KILLS_HELP = `Usage: npm run kills -- [options]

Imports history twice: once undisturbed, then while processes are killed (kill -9) and frozen at random moments: MongoDB,
Kafka, the gateway, each service, the import itself, and the supervisor that starts them all. Then compares figures,
topics, chains and seals. Exit code 1 when anything differs. Uses ports and a data folder of its own.

  --seed N      the same number chooses the same victims at the same parts of the import (default: one that is printed)
  --kills N     how many processes are killed (default: 10)
  --freezes N   how many are stopped for some seconds and then go on (default: a quarter of the kills)
  --sales N     how many invented sales are imported (default: 400)
  --folder DIR  import this folder instead
  --map FILE    by this mapping (default: packages/cli/mappings/marketplace.yaml)
  --json        print JSON, and nothing else, on stdout
  --help        this text
`

const MARKETPLACE = 'packages/cli/mappings/marketplace.yaml'

/** @throws SetupError that names the option at fault. */
export function parseKillsOptions(args: readonly string[], randomSeed: () => number): KillsOptions {
  const { values } = parse(args)
  const kills = countOf('--kills', values.kills, 10)
  return {
    seed: countOf('--seed', values.seed, randomSeed()),
    kills,
    freezes: countOf('--freezes', values.freezes, Math.floor(kills / 4)),
    sales: countOf('--sales', values.sales, 400),
    folder: values.folder ?? null,
    mapping: values.map ?? MARKETPLACE,
    isJson: values.json ?? false,
    isHelp: values.help ?? false,
  }
}

function countOf(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new SetupError(`${option} must be a whole number, not '${text}'.\n\n${KILLS_HELP}`)
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        kills: { type: 'string' },
        freezes: { type: 'string' },
        sales: { type: 'string' },
        folder: { type: 'string' },
        map: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${KILLS_HELP}`, { cause: error })
  }
}
