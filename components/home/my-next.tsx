import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useNow } from '@/components/shared/use-now'
import { dateOfWhen, sayWhen } from '@/lib/i18n/dates'
import { whatIsOn } from '@/lib/planning/now'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useKeptAgendas } from '@/lib/program/device/use-kept-agendas'
import { useLocalState } from '@/lib/sync/client/store/local-state'

export type MyNextLine = { href: string; when: string; title: string }

/**
 * Says of each conference on this device what of my picks is on or next there, as this device knows it; it draws
 * nothing. Load it where it is used.
 */
export function MyNext({ onLines }: { onLines: (lines: ReadonlyMap<string, MyNextLine>) => void }) {
  const [t, language, now] = [useTranslations('home'), useLocale(), useNow()]
  const picks = useLocalState((state) => state.picks)
  const agendas = useKeptAgendas(picks ? [...picks.keys()] : null)
  useEffect(() => {
    if (!agendas || !now || !picks) return
    const lineOf = (agenda: Agenda): [string, MyNextLine][] => {
      const mine = picks.get(agenda.conference.id)
      if (!mine) return []
      const { mine: on, next } = whatIsOn(agenda, mine, new Map(), now)
      const session = on[0] ?? next?.sessions[0]
      if (!session) return []
      const { slug, timeZone } = agenda.conference
      const saying = { timeZone, language, under: dateOfWhen({ startAt: now }, timeZone) }
      const when = on[0] ? t('nowMine') : t('nextMine', { when: sayWhen({ startAt: session.startAt }, saying) })
      return [[slug, { href: pageAddress(slug, 'session', session.slug), when, title: settleBidi(session.title) }]]
    }
    onLines(new Map(agendas.flatMap(lineOf)))
  }, [agendas, picks, now, language, t, onLines])
  return null
}
