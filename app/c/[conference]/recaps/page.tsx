import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { DeletedRecaps, JustDeleted } from '@/components/recaps/deleted-recaps'
import { MakeRecap } from '@/components/recaps/make-recap'
import { RecapRows } from '@/components/recaps/recap-rows'
import { ConferenceShell } from '@/components/shell/conference-shell'
import { Page } from '@/components/ui/page'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { isLanguage } from '@/lib/i18n/languages'
import { isolated } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import { pageAddress } from '@/lib/program/addresses'
import { loadOwnRecaps } from '@/lib/recaps/server/loaders'
import { loadConference } from '@/lib/schedule/loaders'

type Props = {
  params: Promise<{ conference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [conference, t] = [await loadConference((await params).conference), await getTranslations('recaps')]
  return { title: `${t('title')} · ${isolated(conference.name)}` }
}

/** A new recap, of the day that was asked for, and those of mine that there are. */
export default async function RecapsPage({ params, searchParams }: Props) {
  const { day: named, deleted: id } = await searchParams
  const asked = typeof named === 'string' ? named : null
  const { conference, days, day, recaps, deleted, people, sponsors, toDos } = await loadOwnRecaps(
    (await params).conference,
    asked,
  )
  const [t, locale, { recaps: words }] = [await getTranslations('recaps'), await getLocale(), await getMessages()]
  const addressOf = (recap: string) => pageAddress(conference.slug, 'recap', recap)
  const sayOn = (at: Date) => sayDay(dateOn(at, conference.timeZone), locale)
  const bin = { deleted, id, addressOf, sayOn }
  const make = (
    <section key="make" aria-labelledby="make" className="grid gap-3">
      <h2 id="make" className="text-lg font-semibold">
        {t('make')}
      </h2>
      <NextIntlClientProvider messages={{ recaps: words }}>
        <MakeRecap
          conference={{ id: conference.id, slug: conference.slug }}
          days={days.map((one) => ({ day: one, name: sayDay(one, locale, 'long') }))}
          day={day}
          language={isLanguage(locale) ? locale : 'en'}
          people={people}
          sponsors={sponsors}
          toDos={toDos}
        />
      </NextIntlClientProvider>
    </section>
  )
  const mine = (
    <section key="mine" aria-labelledby="mine" className="grid gap-3">
      <h2 id="mine" className="text-lg font-semibold">
        {t('mine')}
      </h2>
      {recaps.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <RecapRows
        recaps={recaps}
        addressOf={addressOf}
        sayChanged={(at) => sayWhen({ startAt: at }, { timeZone: conference.timeZone, language: locale })}
      />
    </section>
  )
  return (
    <ConferenceShell conference={conference}>
      <Page title={t('title')} lead={t('lead')}>
        <JustDeleted {...bin} />
        {/* Whoever comes for a day makes its recap; whoever comes back writes on. */}
        {asked !== null || recaps.length === 0 ? [make, mine] : [mine, make]}
        <DeletedRecaps {...bin} />
      </Page>
    </ConferenceShell>
  )
}
