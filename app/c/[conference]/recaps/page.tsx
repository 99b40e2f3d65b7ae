import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { MakeRecap } from '@/components/recaps/make-recap'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { isLanguage } from '@/lib/i18n/languages'
import { isolated, settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { loadOwnRecaps } from '@/lib/recaps/server/loaders'
import { loadConference } from '@/lib/schedule/loaders'

type Props = { params: Promise<{ conference: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('recaps')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** My recaps of a conference, and a new one. */
export default async function RecapsPage({ params }: Props) {
  const { conference, days, recaps, people, sponsors } = await loadOwnRecaps((await params).conference)
  const [t, locale, { recaps: words }] = [await getTranslations('recaps'), await getLocale(), await getMessages()]
  return (
    <ConferenceShell conference={conference}>
      <Page title={t('title')} lead={t('lead')}>
        <Card aria-labelledby="mine">
          <h2 id="mine" className="text-xl font-semibold">
            {t('mine')}
          </h2>
          {recaps.length === 0 ? <p>{t('none')}</p> : null}
          <ul className="grid gap-2">
            {recaps.map(({ id, title, state, placeMarks, updatedAt }) => (
              <li key={id} className="border-t border-line pt-2">
                <a
                  href={pageAddress(conference.slug, 'recap', id)}
                  dir="auto"
                  className="flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
                >
                  {settleBidi(title)}
                </a>
                <p className="text-sm text-muted">
                  {[
                    t(`state.${state}`),
                    t('toDos', { count: placeMarks }),
                    sayWhen({ startAt: updatedAt }, { timeZone: conference.timeZone, language: locale }),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </Card>
        <Card aria-labelledby="make">
          <h2 id="make" className="text-xl font-semibold">
            {t('make')}
          </h2>
          <NextIntlClientProvider messages={{ recaps: words }}>
            <MakeRecap
              conference={{ id: conference.id, slug: conference.slug }}
              days={days.map((day) => ({ day, name: sayDay(day, locale, 'long') }))}
              language={isLanguage(locale) ? locale : 'en'}
              people={people}
              sponsors={sponsors}
            />
          </NextIntlClientProvider>
        </Card>
      </Page>
    </ConferenceShell>
  )
}
