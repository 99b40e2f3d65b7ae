'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DOT, Outside } from '@/components/ui/facts'
import { sayDay } from '@/lib/i18n/dates'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { listTracks, type TrackItem } from '@/lib/program/part-list'
import { ListPage } from './list-page'

type Props = { /** The programme, or its frame alone. */ initial: Agenda; tracks: TrackItem[] }

/** The tracks with their colours: how much is in each, and on which days. */
export function TracksScreen({ initial, tracks: given }: Props) {
  const [t, language] = [useTranslations('parts'), useLocale()]
  const { agenda } = useAgenda(initial.conference.slug, initial)
  const tracks = useMemo(() => (agenda === initial ? given : listTracks(agenda)), [agenda, initial, given])
  return (
    <ListPage kind="tracks" isEmpty={tracks.length === 0} conference={initial.conference.slug}>
      <ul className="divide-y divide-line">
        {tracks.map((track) => (
          <li key={track.slug} className="py-1">
            <a
              href={pageAddress(initial.conference.slug, 'track', track.slug)}
              className={`track-${track.color} block border-l-4 border-track py-1.5 pl-3 hover:bg-sunken`}
            >
              <span className="block font-medium leading-snug">
                <Outside>{track.name}</Outside>
              </span>
              <span className="block text-sm text-muted">
                {[t('sessions', { count: track.sessions }), daysOf(track.days, language)].join(DOT)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </ListPage>
  )
}

/** One or two days by name, more by the first and the last. */
function daysOf(days: string[], language: string): string {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  return [...new Set([first, last])].map((day) => sayDay(day, language)).join(days.length > 2 ? ' – ' : ', ')
}
