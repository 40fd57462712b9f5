import type { Bilingual } from '../primitives/bilingual.ts'
import type { DeadlineCount } from './deadline-state.ts'
import { type KnownPause, type PauseEffect, reasonNames } from './pauses.ts'

/* What an explanation says of each stretch, besides what the calendar says of it. */

export const everyHourCounts: Bilingual = { zh: '连续计时，不扣除休息时间', en: 'every hour counts' }

export const untilReopened: Bilingual = {
  zh: '已办结，后重新打开，其间不计',
  en: 'ended and later reopened: nothing counts in between',
}

export function restarted(status: 'MET' | 'MISSED'): Bilingual {
  return status === 'MET'
    ? { zh: '重新打开前的一次计时，当时按时', en: 'an earlier run, met before the limit was restarted' }
    : { zh: '重新打开前的一次计时，当时超时', en: 'an earlier run, missed before the limit was restarted' }
}

/** @param pauses those that stop the clock at the time, at least one */
export function paused(pauses: readonly KnownPause[]): Bilingual {
  const { zh, en } = reasonNames(pauses.map(({ reason }) => reason))
  return { zh: `暂停计时：${zh}`, en: `paused: ${en}` }
}

/** How far a limit has come that asks for a number of things. */
export function reachedText({ reached, required }: DeadlineCount): Bilingual {
  return { zh: `已完成 ${reached} 次，共需 ${required} 次`, en: `${reached} of ${required}` }
}

const whyItCounts: Readonly<Record<Exclude<PauseEffect, 'STOPS'>, Bilingual>> = {
  UNLISTED: { zh: '政策未将其列为暂停事由（C40）', en: 'not a reason that policy lists (C40)' },
  STATUTORY: { zh: '法定时限不得暂停（C40）', en: 'a statutory limit never pauses (C40)' },
  MOMENT: { zh: '约定或历法上的时刻不因等待而推迟', en: 'waiting moves no moment of a contract or of the calendar' },
}

/** Adds to a reason for counting why pauses at that time change nothing. */
export function despite(reason: Bilingual, pauses: readonly KnownPause[]): Bilingual {
  const effects = [...new Set(pauses.map(({ effect }) => effect))].filter((effect) => effect !== 'STOPS')
  return effects.reduce((told, effect) => {
    const { zh, en } = reasonNames(pauses.filter((pause) => pause.effect === effect).map(({ reason }) => reason))
    const why = whyItCounts[effect]
    return { zh: `${told.zh}；${zh}：${why.zh}`, en: `${told.en}; ${en}: ${why.en}` }
  }, reason)
}
