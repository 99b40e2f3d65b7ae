import { ColocatedScreen } from '@/components/parts/colocated-screen'
import { PartScreen } from '@/components/parts/part-screen'
import { SpeakersScreen } from '@/components/parts/speakers-screen'
import { TracksScreen } from '@/components/parts/tracks-screen'
import type { Agenda } from '@/lib/program/agenda'
import { listColocatedEvents, listSpeakers, listTracks } from '@/lib/program/part-list'
import { partAt, type PartKind } from '@/lib/program/parts'
import { NeedsNetwork } from './what-is-here'

/** A speaker's page, a room's, a track's or a co-located event's, from this device's own copy of the programme. */
export function LocalPart({ agenda, kind, slug }: { agenda: Agenda; kind: PartKind; slug: string }) {
  const found = partAt(agenda, kind, slug)
  return found ? <PartScreen initial={agenda} kind={kind} id={found.part.id} /> : <NeedsNetwork />
}

/** The list of all of a kind, likewise. */
export function LocalList({ agenda, list }: { agenda: Agenda; list: 'speakers' | 'tracks' | 'colocatedEvents' }) {
  switch (list) {
    case 'speakers':
      return <SpeakersScreen initial={agenda} speakers={listSpeakers(agenda)} />
    case 'tracks':
      return <TracksScreen initial={agenda} tracks={listTracks(agenda)} />
    case 'colocatedEvents':
      return <ColocatedScreen initial={agenda} events={listColocatedEvents(agenda)} />
  }
}
