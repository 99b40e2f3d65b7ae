import { useTranslations } from 'next-intl'
import { useMedia } from '@/components/ui/use-media'
import type { TableKind } from '@/lib/desk/tables/columns'

type Props = { kind: TableKind; /** Whoever looks leads a part, and publishes no draft. */ isLead: boolean }

/** How a table is written in; of sessions that no draft holds back what is written, as the board's does. */
export function TableLead({ kind, isLead }: Props) {
  const t = useTranslations('manage.table')
  const isTouch = useMedia('(pointer: coarse)')
  return (
    <div className="text-sm text-muted">
      <p>{isTouch ? t('leadTouch') : t('lead')}</p>
      {kind === 'sessions' ? <p>{t(isLead ? 'liveForLead' : 'live')}</p> : null}
    </div>
  )
}
