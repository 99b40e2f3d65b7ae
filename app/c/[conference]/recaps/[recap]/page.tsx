import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { PublishPanel } from '@/components/recaps/publish-panel'
import { RecapEditor } from '@/components/recaps/recap-editor'
import { SeriesPanel } from '@/components/recaps/series-panel'
import { SharePanel } from '@/components/recaps/share-panel'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { Page } from '@/components/ui/page'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { slugify } from '@/lib/platform/slug'
import { savedDraftOf } from '@/lib/recaps/draft'
import type { LinkWords } from '@/lib/recaps/link-offers'
import { loadOwnRecap } from '@/lib/recaps/loaders'
import { recapWords } from '@/lib/recaps/recap-words'

type Props = { params: Promise<{ conference: string; recap: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('edit') }
}

/** One recap of mine: its text, its publication, its place in a series, what becomes of it elsewhere. */
export default async function RecapPage({ params }: Props) {
  const { conference: slug, recap: id } = await params
  const { conference, recap, series, photos, linked } = await loadOwnRecap(slug, id)
  const [t, { recaps: words }] = [await getTranslations('recaps'), await getMessages()]
  const { state } = recap
  const address = state.state === 'published' ? state.current.slug : state.state === 'scheduled' ? state.slug : slugify(recap.title, 'recap')
  const saved = savedDraftOf(recap)
  return (
    <ConferenceShell conference={conference}>
      <Page wide title={t('edit')} lead={<a href={`/c/${slug}/recaps`} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">{t('back')}</a>}>
        <NextIntlClientProvider messages={{ recaps: words }}>
          {/* Restored texts come with a new time: the editor begins anew. */}
          <RecapEditor key={saved.updatedAt} id={id} saved={saved} photos={photos} linked={linked} linkWords={linkWords()} />
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <PublishPanel id={id} slug={address} handle={recap.handle} origin={publicUrl(readEnvironment())} state={state.state} />
            <SeriesPanel id={id} conferenceId={conference.id} seriesId={recap.seriesId} label={recap.label} series={series} />
            <SharePanel id={id} base={`/c/${slug}/recaps`} isShared={recap.isShared} revisions={recap.revisions.map(({ id: revision, createdAt }) => ({ id: revision, createdAt: createdAt.toISOString() }))} timeZone={conference.timeZone} />
          </div>
        </NextIntlClientProvider>
      </Page>
    </ConferenceShell>
  )
}

/** Recaps speak their own language, whatever the screen's. */
function linkWords(): LinkWords {
  const [en, fr] = [recapWords('en'), recapWords('fr')]
  return { slides: { todo: [en('todoSlides'), fr('todoSlides')], said: { en: en('slides'), fr: fr('slides') } }, replay: { todo: [en('todoReplay'), fr('todoReplay')], said: { en: en('replay'), fr: fr('replay') } } }
}
