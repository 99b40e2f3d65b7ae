'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { SessionText } from '@/components/schedule/session-text'
import { useDescriptions } from '@/components/schedule/use-descriptions'
import { useZone, ZoneNote } from '@/components/shared/zone-note'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { slicePart } from '@/lib/program/agenda-day'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { listOf, partOf, type PartKind } from '@/lib/program/parts'
import { PartHead } from './part-head'
import { PartSessions } from './part-sessions'

type Props = {
  /** The part with its sessions, or the whole programme. */
  initial: Agenda
  kind: PartKind
  id: string
  /** What a speaker says of themselves, where it came with the page. */
  about?: { tagline: string | null; bio: string | null }
  /** How its calendar is had. */
  calendar?: ReactNode
}

/** A speaker, room, track or co-located event: what it is, and its sessions, kept true by pokes. */
export function PartScreen({ initial, kind, id, about, calendar }: Props) {
  const t = useTranslations('parts')
  const { agenda } = useAgenda(initial.conference.slug, initial)
  const own = useMemo(() => slicePart(agenda, kind, id), [agenda, kind, id])
  const zone = useZone(agenda.conference.timeZone)
  const kept = useDescriptions(agenda.conference.slug, kind === 'speaker' && !about)
  // It may have gone from the programme since the page was opened.
  const of = partOf(own, kind, id) ?? partOf(initial, kind, id)
  if (!of) return null
  return (
    <main id="main" className="mx-auto grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-3 px-4 pb-6">
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={pageAddress(agenda.conference.slug, listOf[kind])}
        >
          {t(`all.${kind}`)}
        </a>
      </p>
      <PartHead of={of} agenda={own} zone={zone} tagline={about?.tagline} />
      <SessionText text={about?.bio ?? kept.get(id)} />
      <div>
        {/* Of an event the head has times already. */}
        {kind === 'colocated' ? null : <ZoneNote zone={zone} />}
        <PartSessions agenda={own} of={of} timeZone={zone.timeZone} />
        {calendar}
      </div>
    </main>
  )
}
