import type { Post, Staff } from '@afterline/cli'
import { mutate } from '@afterline/cli'
import type { Instant } from '@afterline/rules'

export interface Identified {
  readonly id: string
}

/** What the sample company's staff do: each step by a post, and where it was some time ago, entered late with its reason. */
export type Change = <Answer = Identified>(step: {
  readonly by: Post | 'customer'
  readonly mutation: string
  /** Field of the payload that is asked for, such as `order`. */
  readonly of: string
  readonly select?: string
  readonly at?: Instant
  readonly input: Readonly<Record<string, unknown>>
}) => Promise<Answer>

const BECAUSE = '系统切换期间补录'

export function changeOf(staff: Staff): Change {
  return ({ by, mutation, of, select = 'id', at, input }) => {
    const late = at === undefined ? {} : { occurredAt: at, backdatedBecause: BECAUSE }
    return mutate(staff(by), mutation, of, select, input, late)
  }
}
