import { useTranslations } from 'next-intl'
import { DOT } from '@/components/ui/facts'
import { settleBidi } from '@/lib/platform/bidi'
import type { RecapItem } from '@/lib/recaps/server/queries'

type Props = {
  recaps: readonly RecapItem[]
  /** Where one is written. */ addressOf: (id: string) => string
  sayChanged: (at: Date) => string
}

/** Recaps of mine, a row each: what it is called, what the public has of it, and what is left to do. */
export function RecapRows({ recaps, addressOf, sayChanged }: Props) {
  const t = useTranslations('recaps')
  return (
    <ul>
      {recaps.map(({ id, title, state, placeMarks, updatedAt }) => (
        <li key={id} className="border-t border-line">
          <a href={addressOf(id)} className="grid min-h-11 gap-1 py-3 hover:bg-sunken">
            <span dir="auto" className="font-semibold leading-tight">
              {settleBidi(title)}
            </span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <span
                className={
                  'rounded-full px-2 py-0.5 text-xs font-semibold ' +
                  (state === 'published' || state === 'scheduled' ? 'bg-tint text-accent' : 'bg-sunken')
                }
              >
                {t(`state.${state}`)}
              </span>
              {[placeMarks > 0 ? t('toDos', { count: placeMarks }) : '', sayChanged(updatedAt)]
                .filter(Boolean)
                .join(DOT)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
