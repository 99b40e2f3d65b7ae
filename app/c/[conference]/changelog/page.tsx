import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Changelog } from '@/components/planning/changes/changelog'
import { FreshPage } from '@/components/shared/fresh-page'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { cityOf } from '@/lib/i18n/zones'
import { isolated } from '@/lib/platform/bidi'
import { database } from '@/lib/platform/db'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { loadChangelog } from '@/lib/feeds/exports/load-changelog'
import { pageAddress } from '@/lib/program/addresses'
import { conferenceAddress } from '@/lib/program/conference-address'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

const FEED = 'changes.xml'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('changelog')]
  const url = `${publicUrl(readEnvironment())}${conferenceAddress(conference.slug, FEED)}`
  return {
    title: `${t('title')} · ${isolated(conference.name)}`,
    // Of a private conference no feed reader has the cookie.
    ...(conference.visibility === 'public' && { alternates: { types: { 'application/atom+xml': url } } }),
  }
}

/** What changed in the programme, by release, for everybody who may see the conference. */
export default async function ChangelogPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const [agenda, entries, t] = [
    await loadAgendaOf(conference),
    await loadChangelog(database(), conference.id),
    await getTranslations('changelog'),
  ]
  const { slug, timeZone, visibility } = conference
  return (
    <ConferenceShell conference={conference}>
      <FreshPage conferenceId={conference.id} of={['programme']} />
      <Page title={t('title')} lead={t('lead', { zone: cityOf(timeZone) })}>
        <p className="flex flex-wrap gap-2">
          <ButtonLink href={pageAddress(slug, 'changes')}>{t('mine')}</ButtonLink>
          {visibility === 'public' ? <ButtonLink href={conferenceAddress(slug, FEED)}>{t('feed')}</ButtonLink> : null}
        </p>
        <Changelog entries={entries} agenda={agenda} />
      </Page>
    </ConferenceShell>
  )
}
