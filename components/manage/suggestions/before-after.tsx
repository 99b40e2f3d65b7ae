import { useTranslations } from 'next-intl'
import type { ToldSuggestion } from '@/lib/desk/suggest/told'

type Props = { suggestion: ToldSuggestion; /** What is looked at is not what is published. */ isDrafted: boolean }

/** How many seats and picks are missed, now and as suggested. */
export function BeforeAfter({ suggestion: { before, after }, isDrafted }: Props) {
  const t = useTranslations('manage.suggest')
  return (
    <>
      <table className="w-full text-start tabular-nums">
        <thead>
          <tr className="text-sm text-muted">
            <td />
            <th scope="col" className="px-2 text-end font-medium whitespace-nowrap">
              {t(isDrafted ? 'beforeDrafted' : 'before')}
            </th>
            <th scope="col" className="px-2 text-end font-medium whitespace-nowrap">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['turnedAway', 'choosing'] as const).map((what) => (
            <tr key={what} className="border-t border-line">
              <th scope="row" className="py-2 text-start font-normal">
                {t(what)}
              </th>
              <td className="px-2 text-end whitespace-nowrap">{t('count', { count: before[what] })}</td>
              <td className="px-2 text-end font-semibold whitespace-nowrap">{t('count', { count: after[what] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-sm text-muted">{t('addedUp')}</p>
    </>
  )
}
