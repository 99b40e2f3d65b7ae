import { useTranslations } from 'next-intl'
import type { WarningSeverity } from '@/lib/desk/board/warnings/warning'

const colors = { error: 'text-danger', warning: 'text-warning', hint: 'text-muted' } as const

/** How bad it is, as a word. */
export function SeverityMark({ of }: { of: WarningSeverity }) {
  const t = useTranslations('manage.board.severity')
  return <strong className={`shrink-0 ${colors[of]}`}>{t(of)}</strong>
}
