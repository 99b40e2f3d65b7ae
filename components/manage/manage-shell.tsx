import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { can, type Capability } from '@/lib/people/permissions'
import { pageAddress } from '@/lib/program/addresses'
import { loadRole } from '@/lib/schedule/loaders'
import { SectionTabs } from './section-tabs'

const sections = [
  'overview',
  'board',
  'suggestions',
  'sources',
  'releases',
  'sessions',
  'rooms',
  'building',
  'walks',
  'tracks',
  'speakers',
  'stewards',
  'wall',
  'announcements',
  'people',
  'settings',
] as const
export type Section = (typeof sections)[number]
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
  const shown = (may('editSchedule') ? sections : ofLeads).filter((name) => name !== 'people' || may('managePeople'))
  return (
    <ConferenceShell conference={conference} isWriting>
      <main
        id="main"
        className={`mx-auto grid grid-cols-[minmax(0,1fr)] px-4 ${isWide ? 'gap-2 py-2' : 'max-w-5xl gap-4 py-4'}`}
      >
        <header className={isWide ? 'sr-only' : 'grid gap-1'}>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-sm text-muted">{conference.visibility === 'private' ? t('isPrivate') : t('isPublic')}</p>
        </header>
        <SectionTabs
          label={t('sections')}
          tabs={shown.map((name) => ({
            href:
              name === 'overview'
                ? pageAddress(conference.slug, 'manage')
                : pageAddress(conference.slug, 'managed', name),
            name: t(`section.${name}`),
            isCurrent: name === section,
          }))}
        />
        <h2 className={isWide ? 'sr-only' : 'text-lg font-semibold'}>{t(`section.${section}`)}</h2>
        {children}
      </main>
    </ConferenceShell>
  )
}
