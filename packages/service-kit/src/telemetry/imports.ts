import { register, supportsSyncHooks } from 'import-in-the-middle/register-hooks.mjs'

/** Lets instrumentations change these packages as they are imported: everything else has to be imported later. */
export function traceImports(): void {
  if (supportsSyncHooks()) register({ include: ['mongodb', 'http', 'https', 'node:http', 'node:https', 'graphql'] })
}
