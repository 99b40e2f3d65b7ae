import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlainHeader } from '@/components/people/plain-header'
import { DeletedRecaps, JustDeleted } from '@/components/recaps/deleted-recaps'
import { RecapRows } from '@/components/recaps/recap-rows'
import { Page } from '@/components/ui/page'
import { sayDayOf } from '@/lib/i18n/dates'
import { loadStrayRecaps } from '@/lib/recaps/server/loaders'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recaps'))('stray') }
}

const addressOf = (id: string) => `/recaps/${id}`

/** My recaps of conferences that were deleted: drafts and what is published go on. */
export default async function StrayRecapsPage({ searchParams }: Props) {
  const { recaps, deleted } = await loadStrayRecaps()
  const [t, language] = [await getTranslations('recaps'), await getLocale()]
  const sayOn = (at: Date) => sayDayOf(at, language, 'short')
  const bin = { deleted, id: (await searchParams).deleted, addressOf, sayOn }
  return (
    <>
      <PlainHeader />
      <Page title={t('stray')} lead={t('strayLead')}>
        <JustDeleted {...bin} />
        {recaps.length === 0 ? <p>{t('strayNone')}</p> : null}
        <RecapRows recaps={recaps} addressOf={addressOf} sayChanged={sayOn} />
        <DeletedRecaps {...bin} />
      </Page>
    </>
  )
}
