import type { Bilingual } from '../primitives/bilingual.ts'
import type { PolicyHeader } from './header.ts'
import { identityOf } from './life-cycle.ts'
import type { PolicyChange, PolicySide } from './policy-change.ts'
import { noneText } from './policy-texts.ts'

/** Documents that came into force, were revised, or are gone. */
export function documentChanges(before: PolicySide, after: PolicySide): readonly PolicyChange[] {
  const earlier = inForce(before)
  const later = inForce(after)
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((identity) => {
    const [from, to] = [earlier.get(identity), later.get(identity)]
    const number = (to ?? from)?.number ?? ''
    const texts = { from: textOf(from), to: textOf(to) }
    if (texts.from.zh === texts.to.zh && texts.from.en === texts.to.en) return []
    const decidedBy = { from: from?.number ?? null, to: to?.number ?? null }
    const about = { subject: 'DOCUMENT', key: number, aspect: 'inForce', rules: [], context: {} } as const
    return [{ ...about, ...texts, effect: 'OTHER', decidedBy }]
  })
}

function inForce({ book, version }: PolicySide): ReadonlyMap<string, PolicyHeader> {
  return new Map(book.documents(version).map((header) => [identityOf(header), header]))
}

function textOf(header: PolicyHeader | undefined): Bilingual {
  if (!header) return noneText()
  const { title, effectiveOn } = header
  return { zh: `${title.zh}，${effectiveOn} 起`, en: `${title.en}, from ${effectiveOn}` }
}
