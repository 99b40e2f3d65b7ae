import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Page } from '@/components/ui/page'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { pageAddress } from '@/lib/program/addresses'
import { savedDraftOf } from '@/lib/recaps/draft'
import { languages } from '@/lib/i18n/language-names'
import type { LinkedSession, LinkWords } from '@/lib/recaps/link-offers'
import type { getOwnRecap, listOwnSeries } from '@/lib/recaps/server/queries'
import { recapWords } from '@/lib/recaps/recap-words'
import type { OwnPhoto } from './photo-panel'
import { PublishPanel } from './publish-panel'
import { RecapEditor } from './recap-editor'
import { SeriesPanel } from './series-panel'
import { SharePanel } from './share-panel'

type Props = {
  /** Null: it was deleted, and nothing of it is left. */
  conference: { id: string; slug: string; timeZone: string } | null
  recap: NonNullable<Awaited<ReturnType<typeof getOwnRecap>>>
  /** What its address ends in, or would. */
  address: string
  series: Awaited<ReturnType<typeof listOwnSeries>>
  photos: readonly OwnPhoto[]
  linked: readonly LinkedSession[]
  /** Where the list is of which it is one. */
  back: string
  /** Whoever writes has a name, which stands over what they publish. */
  hasName: boolean
}

/** One recap of mine: its text, its publication, its place in a series, what becomes of it elsewhere. */
export async function OwnRecap({ conference, recap, address, series, photos, linked, back, hasName }: Props) {
  const [t, { recaps: words }] = [await getTranslations('recaps'), await getMessages()]
  const { id, state } = recap
  const saved = savedDraftOf(recap)
  return (
    <Page
      wide
      title={t('edit')}
      lead={
        <a href={back} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
          {t('back')}
        </a>
      }
    >
      <NextIntlClientProvider messages={{ recaps: words }}>
        {/* Restored texts come with a new time: the editor begins anew. */}
        <RecapEditor
          key={saved.updatedAt}
          id={id}
          saved={saved}
          photos={photos}
          linked={linked}
          linkWords={linkWords()}
        />
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <PublishPanel
            id={id}
            slug={address}
            handle={recap.handle}
            hasName={hasName}
            origin={publicUrl(readEnvironment())}
            state={state.state}
          />
          <SeriesPanel
            id={id}
            conferenceId={conference?.id ?? null}
            seriesId={recap.seriesId}
            label={recap.label}
            series={series}
          />
          <SharePanel
            id={id}
            base={pageAddress(conference?.slug ?? 'gone', 'recaps')}
            isShared={recap.isShared}
            revisions={recap.revisions}
            timeZone={conference?.timeZone ?? 'UTC'}
          />
        </div>
      </NextIntlClientProvider>
    </Page>
  )
}

/** Recaps speak their own language, whatever the screen's. */
function linkWords(): LinkWords {
  const words = languages.map((language) => [language, recapWords(language)] as const)
  const saidIn = (name: 'slides' | 'replay') =>
    Object.fromEntries(words.map(([language, say]) => [language, say(name)]))
  return {
    slides: { todo: words.map(([, say]) => say('todoSlides')), said: saidIn('slides') },
    replay: { todo: words.map(([, say]) => say('todoReplay')), said: saidIn('replay') },
  }
}
