import { register, supportsSyncHooks } from 'import-in-the-middle/register-hooks.mjs'

// Must run before anything that is to be instrumented is imported: node --import ./…/telemetry/register.ts main.ts
if (supportsSyncHooks()) register({ include: ['mongodb', 'http', 'https', 'node:http', 'node:https', 'graphql'] })

const { startTelemetry } = await import('./telemetry.ts')
startTelemetry(process.env['AFTERLINE_SERVICE'] ?? 'afterline')
