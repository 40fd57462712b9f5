import type { z } from 'zod'

/** The documentation of a configuration: one line per variable, from the schema itself. */
export function configTable(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape).map(([name, variable]) => {
    const { isNeeded, fallback } = absence(variable)
    const standard = fallback ?? (isNeeded ? '**needed**' : '')
    return `| \`${name}\` | ${variable.description ?? ''} | ${standard} |`
  })
  return ['| variable | what it is | when not set |', '|---|---|---|', ...rows].join('\n')
}

/** What stands for a variable that is not set. */
function absence(variable: z.core.SomeType): { readonly isNeeded: boolean; readonly fallback: string | null } {
  const { def } = variable._zod
  if (def.type !== 'default') return { isNeeded: def.type !== 'optional', fallback: null }
  const { defaultValue } = def as z.core.$ZodDefaultDef
  return { isNeeded: false, fallback: String(defaultValue) === '' ? 'empty' : `\`${defaultValue}\`` }
}
