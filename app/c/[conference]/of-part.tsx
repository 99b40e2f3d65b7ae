import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarLinks } from '@/components/parts/calendar-links'
import { PartScreen } from '@/components/parts/part-screen'
import { ConferenceShell, type Tab } from '@/components/shell/conference-shell'
import { isolated } from '@/lib/platform/bidi'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { pageAddress } from '@/lib/program/addresses'
import { slicePart } from '@/lib/program/agenda-day'
import { isOfPart, type PartKind } from '@/lib/program/parts'
import { loadAgendaOf, loadConference, loadPart, loadSpeakerText } from '@/lib/schedule/loaders'

type Props = { conference: string; kind: PartKind; slug: string }

const tabs: Record<PartKind, Tab> = { speaker: 'schedule', room: 'rooms', track: 'schedule', colocated: 'schedule' }

/** What is said of the page of a speaker, room, track or co-located event; its calendar is named if it has one. */
export async function partMetadata({ conference: of, kind, slug }: Props): Promise<Metadata> {
  const conference = await loadConference(of)
  const [{ part }, agenda] = [await loadPart(conference, kind, slug), await loadAgendaOf(conference)]
  const canonical = `${publicUrl(readEnvironment())}${pageAddress(conference.slug, kind, part.slug)}`
  return {
    title: `${isolated(part.name)} · ${isolated(conference.name)}`,
    alternates: {
      canonical,
      ...(agenda.sessions.some((session) => isOfPart(session, kind, part.id)) && {
        types: { 'text/calendar': `${canonical}.ics` },
      }),
    },
  }
}

/** The page of a speaker, room, track or co-located event. */
export async function PartPage({ conference: of, kind, slug }: Props) {
  const conference = await loadConference(of)
  const [{ part }, agenda, t] = [
    await loadPart(conference, kind, slug),
    await loadAgendaOf(conference),
    await getTranslations('calendar'),
  ]
  const initial = slicePart(agenda, kind, part.id)
  const name = t('partName', { conference: isolated(conference.name), part: isolated(part.name) })
  const url = `${publicUrl(readEnvironment())}${pageAddress(conference.slug, kind, part.slug)}.ics`
  const secretAt =
    conference.visibility === 'private' ? `${pageAddress(conference.slug, 'calendars')}#${kind}-${part.id}` : null
  return (
    <ConferenceShell conference={conference} place={tabs[kind]}>
      <PartScreen
        initial={initial}
        kind={kind}
        id={part.id}
        about={kind === 'speaker' ? ((await loadSpeakerText(part.id)) ?? undefined) : undefined}
        // A part without a session has no calendar.
        calendar={initial.sessions.length > 0 ? <CalendarLinks url={url} name={name} secretAt={secretAt} /> : null}
      />
    </ConferenceShell>
  )
}
