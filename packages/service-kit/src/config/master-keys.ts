import type { z } from 'zod'
import { type MasterKeySecrets, UNNAMED } from '../personal/master-keys.ts'
import type { Environment } from './read-config.ts'
import { commaSeparated, key32 } from './variables.ts'

const NAME = new RegExp(`^([0-9a-f]{16}|${UNNAMED})$`)

export const masterKeyVariables = {
  AFTERLINE_MASTER_KEY: key32.describe("32 bytes in base64; wraps the customers' data keys (secret)"),
  AFTERLINE_MASTER_KEY_FORMER: key32
    .optional()
    .describe('the one before it, while keys are still under that; wraps no new ones (secret)'),
  AFTERLINE_MASTER_KEY_NEXT: key32
    .optional()
    .describe('the one to come, to read what other processes wrap by it already; wraps nothing yet (secret)'),
  AFTERLINE_MASTER_KEY_LOST: commaSeparated
    .refine((names) => names.every((name) => NAME.test(name)), `must be names of master keys, or ${UNNAMED}`)
    .default([])
    .describe('names of master keys that are lost for good, comma-separated: only then is it started without them'),
}

type MasterKeyConfig = z.infer<z.ZodObject<typeof masterKeyVariables>>

const OTHERS = ['AFTERLINE_MASTER_KEY_FORMER', 'AFTERLINE_MASTER_KEY_NEXT'] as const

/** A key that is its own successor would look rotated, and be the one that was to go. */
export function masterKeyProblems(environment: Environment): readonly string[] {
  return OTHERS.flatMap((name) => {
    const value = environment[name]?.trim()
    const isSame = Boolean(value) && value === environment['AFTERLINE_MASTER_KEY']?.trim()
    return isSame ? [`${name}: is AFTERLINE_MASTER_KEY`] : []
  })
}

export function masterKeySecretsOf(config: MasterKeyConfig): MasterKeySecrets {
  const otherMasterKeys = OTHERS.flatMap((name) => config[name] ?? [])
  return { masterKey: config.AFTERLINE_MASTER_KEY, otherMasterKeys }
}
