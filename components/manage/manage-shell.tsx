import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { can, type Capability } from '@/lib/people/permissions'
import { pageAddress } from '@/lib/program/addresses'
import { loadRole } from '@/lib/schedule/loaders'
import { WaitingMoves } from './board/sending/waiting-moves'
import { ManageNav } from './manage-nav'
import { WhileShown, WhoSeesIt } from './while-shown'

/** By what they are for: what is made first, where it is, what is needed while it goes on, whose it is. */
const groups = {
  overview: ['overview'],
  programme: ['sources', 'sessions', 'speakers', 'tracks', 'board', 'suggestions', 'releases'],
  venue: ['rooms', 'building', 'walks'],
  day: ['stewards', 'wall', 'announcements'],
  conference: ['people', 'settings'],
} as const
const groupNames = ['programme', 'venue', 'day', 'conference'] as const
export type Section = (typeof groups)[keyof typeof groups][number]
/** What a lead has of it. */
const ofLeads: readonly Section[] = ['sessions', 'board']

type Props = {
  conference: { id: string; slug: string; name: string; visibility: 'private' | 'public' }
  section: Section
  /** It needs all the room that there is. */ isWide?: boolean
  children: ReactNode
}

/** A page of an organizer or a lead: the sections of management that they may enter as tabs, then one of them. */
export async function ManageShell({ conference, section, isWide = false, children }: Props) {
  const [t, role] = [await getTranslations('manage'), await loadRole(conference.id)]
  const may = (capability: Capability) => can(role, capability, conference.visibility)
  // Nobody is led to what they may not enter.
  const mayEnter = (name: Section) =>
    may('editSchedule') ? name !== 'people' || may('managePeople') : ofLeads.includes(name)
  const entered = (names: readonly Section[]) =>
    names.filter(mayEnter).map((name) => ({
      href:
        name === 'overview' ? pageAddress(conference.slug, 'manage') : pageAddress(conference.slug, 'managed', name),
      name: t(`section.${name}`),
      isCurrent: name === section,
    }))
  return (
    <ConferenceShell conference={conference} isWriting>
      <main
        id="main"
        className={`mx-auto grid grid-cols-[minmax(0,1fr)] px-4 ${isWide ? 'gap-2 py-2' : 'max-w-5xl gap-4 py-4'}`}
      >
        <header className={isWide ? 'sr-only' : 'grid gap-1'}>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-sm text-muted">
            <WhoSeesIt
              slug={conference.slug}
              said={conference.visibility === 'private' ? t('isPrivate') : t('isPublic')}
              gone={t('isGone')}
            />
          </p>
        </header>
        <ManageNav
          label={t('sections')}
          groups={[
            { name: '', sections: entered(groups.overview) },
            ...groupNames.map((name) => ({ name: t(`group.${name}`), sections: entered(groups[name]) })),
          ]}
        />
        <h2 className={isWide ? 'sr-only' : 'text-lg font-semibold'}>{t(`section.${section}`)}</h2>
        <WhileShown slug={conference.slug} isWide={isWide}>
          {section === 'board' ? null : <WaitingMoves slug={conference.slug} conferenceId={conference.id} />}
          {children}
        </WhileShown>
      </main>
    </ConferenceShell>
  )
}
