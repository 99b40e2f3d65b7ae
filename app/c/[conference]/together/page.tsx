import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { TogetherScreen } from '@/components/together/together-screen'
import { sayDay } from '@/lib/i18n/dates'
import { getViewer } from '@/lib/people/server/viewer'
import { isolated } from '@/lib/platform/bidi'
import { loadAgendaOf, loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('together')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** My groups: the browser asks who I am with. */
export default async function TogetherPage({ params }: Props) {
  const conference = await loadConference((await params).conference)
  const [{ days }, viewer] = [await loadAgendaOf(conference), await getViewer()]
  const [language, { together }] = [await getLocale(), await getMessages()]
  return (
    <ConferenceShell conference={conference}>
      <NextIntlClientProvider messages={{ together }}>
        <TogetherScreen
          conference={{ id: conference.id, slug: conference.slug, name: conference.name }}
          asksName={viewer.kind === 'user' && viewer.name === null}
          days={days.map((date) => ({ date, label: sayDay(date, language) }))}
        />
      </NextIntlClientProvider>
    </ConferenceShell>
  )
}
