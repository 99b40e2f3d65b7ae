'use client'

import dynamic from 'next/dynamic'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { ConferenceShell, type Tab } from '@/components/shell/conference-shell'
import { DevicePlace } from '@/components/shell/device-place'
import { LiveConference } from '@/components/shell/live-conference'
import { sayDay } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import type { Agenda } from '@/lib/program/agenda'
import { dayToShow } from '@/lib/program/agenda-day'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { pageAddress } from '@/lib/program/addresses'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { AgendaAge } from './agenda-age'
import type { LocalPlace } from './local-place'
import { Loading, NeedsNetwork, NotHere, NotThere } from './what-is-here'

const load = {
  now: () => keepTrying(() => import('@/components/planning/now-screen')),
  plan: () => keepTrying(() => import('@/components/planning/plan/plan-screen')),
  changes: () => keepTrying(() => import('@/components/planning/changes/changes-screen')),
  schedule: () => keepTrying(() => import('@/components/schedule/schedule-screen')),
  rooms: () => keepTrying(() => import('@/components/rooms/rooms-screen')),
  session: () => keepTrying(() => import('./local-session')),
  part: () => keepTrying(() => import('./local-part')),
  sign: () => keepTrying(() => import('@/components/rooms/sign/room-sign')),
  notes: () => keepTrying(() => import('@/components/notes/list/notes-places')),
}
const NowScreen = dynamic(() => load.now().then((module) => module.NowScreen), { ssr: false, loading: Loading })
const PlanScreen = dynamic(() => load.plan().then((module) => module.PlanScreen), { ssr: false, loading: Loading })
const ChangesScreen = dynamic(() => load.changes().then((module) => module.ChangesScreen), {
  ssr: false,
  loading: Loading,
})
const ScheduleScreen = dynamic(() => load.schedule().then((module) => module.ScheduleScreen), {
  ssr: false,
  loading: Loading,
})
const RoomsScreen = dynamic(() => load.rooms().then((module) => module.RoomsScreen), { ssr: false, loading: Loading })
const LocalSession = dynamic(() => load.session().then((module) => module.LocalSession), {
  ssr: false,
  loading: Loading,
})
const LocalPart = dynamic(() => load.part().then((module) => module.LocalPart), { ssr: false, loading: Loading })
const LocalList = dynamic(() => load.part().then((module) => module.LocalList), { ssr: false, loading: Loading })
const RoomSign = dynamic(() => load.sign().then((module) => module.RoomSign), { ssr: false, loading: Loading })
const NotesPlace = dynamic(() => load.notes().then((module) => module.NotesPlace), { ssr: false, loading: Loading })
const MarksPlace = dynamic(() => load.notes().then((module) => module.MarksPlace), { ssr: false, loading: Loading })
const AnyNote = dynamic(
  () => keepTrying(() => import('@/components/notes/write/any-note')).then((module) => module.AnyNote),
  { ssr: false, loading: Loading },
)
const NotePlace = dynamic(() => load.notes().then((module) => module.NotePlace), { ssr: false, loading: Loading })

type ConferencePlace = Extract<LocalPlace, { slug: string }>

/** Which code each screen needs. */
const codeOf: Partial<Record<ConferencePlace['screen'], keyof typeof load>> = {
  now: 'now',
  plan: 'plan',
  changes: 'changes',
  schedule: 'schedule',
  day: 'schedule',
  rooms: 'rooms',
  session: 'session',
  sign: 'sign',
  part: 'part',
  speakers: 'part',
  tracks: 'part',
  colocatedEvents: 'part',
  notes: 'notes',
  marks: 'notes',
  newNote: 'notes',
  note: 'notes',
}
const places: Record<ConferencePlace['screen'], Tab | undefined> = {
  now: 'now',
  schedule: 'schedule',
  day: 'schedule',
  session: 'schedule',
  part: 'schedule',
  speakers: 'schedule',
  tracks: 'schedule',
  colocatedEvents: 'schedule',
  plan: 'plan',
  changes: 'plan',
  rooms: 'rooms',
  sign: 'rooms',
  notes: 'notes',
  marks: 'notes',
  newNote: 'notes',
  note: 'notes',
  recaps: 'notes',
  other: undefined,
}

/**
 * A conference's screens, from this device's own copy of its programme; the server's takes its place should it come.
 */
export function LocalConference({ place }: { place: ConferencePlace }) {
  const { agenda, failed, asOf, goneAt, looked } = useAgenda(place.slug)
  const name = agenda?.conference.name
  // The screen's code comes while the programme is read, not after it.
  useEffect(() => {
    const code = codeOf[place.screen]
    if (code) void load[code]()
  }, [place.screen])
  useEffect(() => {
    if (name) document.title = `${isolated(name)} · Hallway`
  }, [name])
  // What one wrote opens without its programme, too: the conference may be gone.
  const isNotHere = !agenda && failed && looked
  if (isNotHere)
    return (
      <>
        <DevicePlace />
        <WithoutProgramme place={place} isGone={goneAt !== null} />
      </>
    )
  if (!agenda) return <Loading />
  if (place.screen === 'sign')
    return (
      <>
        <LiveConference id={agenda.conference.id} slug={place.slug} />
        <RoomSign initial={agenda} room={place.room} />
      </>
    )
  const session = place.screen === 'session' ? agenda.sessions.find(({ number }) => number === place.number) : undefined
  const isWriting = place.screen === 'note' || place.screen === 'newNote'
  return (
    <ConferenceShell
      conference={agenda.conference}
      place={places[place.screen]}
      isWriting={isWriting}
      session={session?.slug}
    >
      <LiveConference id={agenda.conference.id} slug={place.slug} />
      <AgendaAge slug={place.slug} timeZone={agenda.conference.timeZone} asOf={asOf} goneAt={goneAt} failed={failed} />
      <Screen place={place} agenda={agenda} />
    </ConferenceShell>
  )
}

/** @param isGone the server said so: a slow network is not asked for twice */
function WithoutProgramme({ place, isGone }: { place: ConferencePlace; isGone: boolean }) {
  if (place.screen === 'note') return <AnyNote noteId={place.noteId} />
  if (isGone) return <NotThere />
  return place.screen === 'recaps' ? <NeedsNetwork isOfRecaps notes="/notes" /> : <NotHere />
}

function Screen({ place, agenda }: { place: Exclude<ConferencePlace, { screen: 'sign' }>; agenda: Agenda }) {
  const language = useLocale()
  const { id, slug, name, timeZone } = agenda.conference
  const days = agenda.days.map((date) => ({ date, label: sayDay(date, language) }))
  const own = { conference: { id, slug, name }, days }
  // Of the moment when it was opened: at midnight nobody's page turns over.
  const [today] = useState(() => dateOn(new Date(), timeZone))
  switch (place.screen) {
    case 'now':
      return <NowScreen {...own} />
    case 'plan':
      return <PlanScreen {...own} />
    case 'changes':
      return <ChangesScreen {...own} />
    case 'rooms':
      return <RoomsScreen {...own} />
    case 'notes':
      return <NotesPlace conference={{ id, slug, name, timeZone }} />
    case 'marks':
      return <MarksPlace conference={{ id, slug, name, timeZone }} />
    case 'newNote':
      return <NotePlace conference={{ id, slug, name, timeZone }} noteId={null} />
    case 'note':
      return <NotePlace conference={{ id, slug, name, timeZone }} noteId={place.noteId} />
    case 'session':
      return <LocalSession agenda={agenda} number={place.number} />
    case 'part':
      return <LocalPart agenda={agenda} kind={place.kind} slug={place.part} />
    case 'speakers':
    case 'tracks':
    case 'colocatedEvents':
      return <LocalList agenda={agenda} list={place.screen} />
    case 'schedule':
    case 'day': {
      const day = place.screen === 'day' ? place.day : dayToShow(agenda.days, today)
      return day && agenda.days.includes(day) ? (
        <ScheduleScreen initial={agenda} day={day} days={days} />
      ) : (
        <NeedsNetwork />
      )
    }
    case 'recaps':
      return <NeedsNetwork isOfRecaps notes={pageAddress(place.slug, 'notes')} />
    case 'other':
      return <NeedsNetwork />
  }
}
