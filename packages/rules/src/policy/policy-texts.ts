import { type KpiTarget, roles } from '../catalogue/index.ts'
import type { Bilingual } from '../primitives/bilingual.ts'
import type { Reopening } from './deadline-row.ts'
import { type PauseReason, pauseReasons } from './pause-reasons.ts'

/* Values of a policy in words; limits are in `term.ts`. */

const NONE: Bilingual = { zh: '无', en: 'none' }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Names of roles of the regulations, one after the other. */
export function rolesText(ids: readonly string[]): Bilingual {
  return listed(roles.filter(({ id }) => ids.includes(id)).map(({ name }) => name))
}

export function pausesText(pauses: readonly PauseReason[]): Bilingual {
  return pauses.length === 0
    ? { zh: '不暂停', en: 'no pause' }
    : listed(pauseReasons.filter(({ id }) => pauses.includes(id)).map(({ name }) => name))
}

const reopeningTexts = {
  KEEPS: { zh: '重新打开后不再计时', en: 'a reopening changes nothing' },
  RESUMES: { zh: '重新打开后继续计时', en: 'a reopening lets the limit run on' },
  RESTARTS: { zh: '重新打开后重新计时', en: 'a reopening starts the limit anew' },
} as const satisfies Record<Reopening, Bilingual>

export function reopeningText(reopening: Reopening): Bilingual {
  return reopeningTexts[reopening]
}

/** The longest unit that gives a whole number. */
export function durationText(millis: number): Bilingual {
  const [unit, zh, en] =
    millis % DAY === 0
      ? ([DAY, '天', 'day'] as const)
      : millis % HOUR === 0
        ? ([HOUR, '小时', 'hour'] as const)
        : ([MINUTE, '分钟', 'minute'] as const)
  const count = millis / unit
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}

export function targetText(target: KpiTarget): Bilingual {
  if (target === null) return NONE
  if (target === 'rising') return { zh: '上升', en: 'rising' }
  if (target === 'falling') return { zh: '下降', en: 'falling' }
  if ('atMostHours' in target)
    return { zh: `至多 ${target.atMostHours} 小时`, en: `at most ${target.atMostHours} hours` }
  const percent = (target.numerator * 100) / target.denominator
  return { zh: `至少 ${percent} %`, en: `at least ${percent} %` }
}

/** A text that reads the same in both languages. */
export function sameText(text: string): Bilingual {
  return { zh: text, en: text }
}

export function noneText(): Bilingual {
  return NONE
}

function listed(names: readonly Bilingual[]): Bilingual {
  if (names.length === 0) return NONE
  return { zh: names.map(({ zh }) => zh).join('；'), en: names.map(({ en }) => en).join('; ') }
}
