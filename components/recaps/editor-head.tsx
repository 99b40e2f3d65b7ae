import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

export type View = 'write' | 'see'
const views = ['write', 'see'] as const

type Props = { back: string; view: View; onView: (view: View) => void; onMore: () => void }

/** Above a recap: the way back, what is looked at where there is room for one, and what else can be done. */
export function EditorHead({ back, view, onView, onMore }: Props) {
  const t = useTranslations('recaps')
  return (
    <div className="flex flex-wrap items-center gap-x-3 py-1 whitespace-nowrap lg:py-2">
      <a href={back} className="-ml-1 inline-flex min-h-11 items-center gap-1 pr-1 font-medium text-accent">
        <Icon name="chevron" className="size-5 rotate-90" />
        {t('title')}
      </a>
      <div role="group" aria-label={t('views')} className="mx-auto flex rounded-full bg-sunken p-0.5 lg:hidden">
        {views.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            onClick={() => onView(one)}
            className={
              'min-h-11 rounded-full px-4 text-sm font-medium text-muted aria-pressed:bg-raised ' +
              'aria-pressed:text-ink aria-pressed:shadow-sm'
            }
          >
            {t(one)}
          </button>
        ))}
      </div>
      <Button variant="text" className="min-w-11" onClick={onMore}>
        {t('more')}
      </Button>
    </div>
  )
}
