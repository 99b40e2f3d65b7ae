import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { pageAddress } from '@/lib/program/addresses'

type Props = {
  conference: string
  /** There is nothing to print or to follow in a calendar. */ isEmpty: boolean
  /** Begins a time of one's own; absent: the conference has no day. */ onAdd?: () => void
}

/** All that can be done with a plan as a whole, in one place. */
export function PlanMenu({ conference, isEmpty, onAdd }: Props) {
  const t = useTranslations('plan')
  const menu = useRef<HTMLDetailsElement>(null)
  const item = 'flex min-h-11 w-full items-center rounded-lg px-3 text-left hover:bg-sunken'
  /** A dialog gives the focus back to what had it: the menu, since its items are gone by then. */
  const close = () => {
    if (menu.current) menu.current.open = false
    menu.current?.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={menu}
      className="relative ml-auto shrink-0 print:hidden"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <summary
        className={
          'flex min-h-11 list-none items-center rounded-lg border border-edge px-3 text-sm font-medium ' +
          '[&::-webkit-details-marker]:hidden'
        }
      >
        {t('menu')}
      </summary>
      <div
        className={
          'absolute right-0 z-30 mt-1 grid w-72 max-w-[85vw] rounded-xl border border-line bg-raised p-2 shadow-lg'
        }
      >
        {onAdd ? (
          <button
            type="button"
            aria-haspopup="dialog"
            className={item}
            onClick={() => {
              close()
              onAdd()
            }}
          >
            {t('block.add')}
          </button>
        ) : null}
        {isEmpty ? null : (
          <>
            <a className={item} href={pageAddress(conference, 'calendars')}>
              {t('calendar')}
            </a>
            <button
              type="button"
              className={item}
              onClick={() => {
                close()
                window.print()
              }}
            >
              {t('print')}
            </button>
          </>
        )}
        <a className={item} href={pageAddress(conference, 'together')}>
          {t('together')}
        </a>
      </div>
    </details>
  )
}
