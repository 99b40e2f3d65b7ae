import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import type { TableKind } from '@/lib/desk/tables/columns'
import { pageAddress } from '@/lib/program/addresses'

/** Leads from a section of management to the same as a table. */
export function AsTable({ conference, kind }: { conference: string; kind: TableKind }) {
  const t = useTranslations('manage.table')
  return (
    <div>
      <ButtonLink href={`${pageAddress(conference, 'managed', kind)}?as=table`}>{t('asTable')}</ButtonLink>
    </div>
  )
}
