import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { languages } from '@/lib/i18n/language-names'
import { publicUrl, readEnvironment } from '@/lib/platform/env'
import { pageAddress } from '@/lib/program/addresses'
import { savedDraftOf } from '@/lib/recaps/draft'
import type { LinkedSession, LinkWords } from '@/lib/recaps/link-offers'
import { recapWords } from '@/lib/recaps/recap-words'
import type { getOwnRecap, listOwnSeries } from '@/lib/recaps/server/queries'
import { recapState } from '@/lib/recaps/status'
import type { OwnPhoto } from './photo-sheet'
import { RecapEditor } from './recap-editor'

type Props = {
  /** Null: it was deleted, and nothing of it is left. */
  conference: { id: string; slug: string; timeZone: string } | null
  recap: NonNullable<Awaited<ReturnType<typeof getOwnRecap>>>
  /** What its address ends in, or would. */
  address: string
  series: Awaited<ReturnType<typeof listOwnSeries>>
  photos: readonly OwnPhoto[]
  linked: readonly LinkedSession[]
  /** Its conference, where everybody may know of it. */
  publicName: string | null
  /** Its conference, where they may not. */
  privateName: string | null
  /** Where the list is of which it is one. */
  back: string
  /** What stands over what they publish; null: whoever writes has no name yet. */
  authorName: string | null
  suggestedHandle: string
}

/** One recap of mine: written, seen, published, and what becomes of it elsewhere. */
export async function OwnRecap({ conference, recap, address, series, authorName, suggestedHandle, ...rest }: Props) {
  const { recaps: words } = await getMessages()
  const saved = savedDraftOf(recap)
  return (
    <NextIntlClientProvider messages={{ recaps: words }}>
      {/* Restored texts come with a new time: the editor begins anew. */}
      <RecapEditor
        key={saved.updatedAt}
        recap={{
          ...rest,
          id: recap.id,
          saved,
          linkWords: linkWords(),
          isShared: recap.isShared,
          revisions: recap.revisions,
          origin: publicUrl(readEnvironment()),
          conference: conference && { id: conference.id, timeZone: conference.timeZone },
          exports: pageAddress(conference?.slug ?? 'gone', 'recap', recap.id),
        }}
        atFirst={{
          state: recapState(recap.state),
          latest: recap.latest,
          slug: address,
          handle: recap.handle,
          suggestedHandle,
          authorName,
          series,
          seriesId: recap.seriesId,
          label: recap.label,
        }}
      />
    </NextIntlClientProvider>
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
