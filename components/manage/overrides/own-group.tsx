import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import type { Clocks } from '@/lib/i18n/dates'
import type { OwnedField } from '@/lib/schedule/overrides/list-owned'
import { useOwnWords } from './use-own-words'

type Props = {
  group: readonly OwnedField[]
  clocks: Clocks
  disabled: boolean
  onGive: (field: string) => void
}

/** What somebody decided, beside what the source says; those of one group are given back together. */
export function OwnGroup({ group, clocks, disabled, onGive }: Props) {
  const t = useTranslations('manage.own')
  const { name, say } = useOwnWords(clocks)
  const names = group.map(({ field }) => name(field)).join(', ')
  return (
    <li className="grid gap-1">
      {group.map(({ field, own, says }) => (
        <p key={field} className="min-w-0 break-words">
          {t('yours', { field: name(field) })} <Outside>{say(field, own)}</Outside>
          <span className="block text-sm text-muted">
            {t('says')} <Outside>{say(field, says)}</Outside>
          </span>
        </p>
      ))}
      <div>
        <Button
          disabled={disabled}
          aria-label={t('giveBackOf', { field: names })}
          onClick={() => onGive(group[0]?.field ?? '')}
        >
          {t('giveBack')}
        </Button>
      </div>
    </li>
  )
}
