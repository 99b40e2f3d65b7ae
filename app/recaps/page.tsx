import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { Page } from '@/components/ui/page'
import { sayDay } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { loadStrayRecaps } from '@/lib/recaps/server/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('stray') }
}

/** My recaps of conferences that were deleted: drafts and what is published go on. */
export default async function StrayRecapsPage() {
  const recaps = await loadStrayRecaps()
  const [t, language] = [await getTranslations('recaps'), await getLocale()]
  return (
    <>
      <PlainHeader />
      <Page title={t('stray')} lead={t('strayLead')}>
        {recaps.length === 0 ? <p>{t('none')}</p> : null}
        <ul className="grid gap-2">
          {recaps.map(({ id, title, state, updatedAt }) => (
            <li key={id} className="border-t border-line pt-2">
              <a
                href={`/recaps/${id}`}
                dir="auto"
                className="flex min-h-11 items-center font-medium text-accent underline underline-offset-4"
              >
                {settleBidi(title)}
              </a>
              <p className="text-sm text-muted">
                {[t(`state.${state}`), sayDay(updatedAt.toISOString().slice(0, 10), language)].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </Page>
    </>
  )
}
