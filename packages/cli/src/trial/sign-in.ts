import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { CommandError } from '../instance.ts'
import { actors } from './staff.ts'

/** How each post of a trial signs in at the identity provider: a client of its own, with the post's role. */
const signInSchema = z.object({
  tokenUrl: z.url({ protocol: /^https?$/ }),
  clients: z.record(z.enum([...actors, 'leadership']), z.object({ id: z.string().min(1), secret: z.string().min(1) })),
})

export type SignIn = z.infer<typeof signInSchema>

/** @throws CommandError that names what is wrong with the file, and never what stands in it */
export async function readSignIn(file: string): Promise<SignIn> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file} cannot be read.`)
  })
  const read = signInSchema.safeParse(parse(text))
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
  throw new CommandError(`${file} does not say how to sign in:\n${problems.join('\n')}`)
}
