import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/ui/facts'
import type { ClashingPair } from '@/lib/desk/suggest/server/load-suggest-page'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'

type Props = {
  slug: string
  pairs: readonly ClashingPair[]
  /** By id. */ rooms: Readonly<Record<string, string>>
  saying: Saying
}

/** The sessions at one time that most people want both of. */
export async function SamePicksList({ slug, pairs, rooms, saying }: Props) {
  const t = await getTranslations('manage.suggest')
  return (
    <section aria-label={t('samePicks')} className="grid gap-2">
      <h2 className="mt-4 text-lg font-semibold">{t('samePicks')}</h2>
      <p className="text-muted">{pairs.length > 0 ? t('samePicksLead') : t('noSamePicks')}</p>
      <ul className="grid gap-2">
        {pairs.map(({ people, sessions }) => (
          <li key={sessions.map(({ id }) => id).join(' ')} className="grid gap-1 border-t border-line py-2">
            <span className="font-medium">{t('mustChoose', { count: people })}</span>
            {sessions.map(({ id, slug: session, title, language, roomIds, ...when }) => (
              <span key={id}>
                <a
                  href={pageAddress(slug, 'session', session)}
                  lang={language ?? undefined}
                  className="inline-block py-1 break-words text-accent underline underline-offset-4"
                >
                  <bdi>{settleBidi(title)}</bdi>
                </a>
                <span className="block text-sm text-muted">
                  <Facts of={[sayWhen(when, saying), ...roomIds.map((room) => rooms[room])]} />
                </span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
