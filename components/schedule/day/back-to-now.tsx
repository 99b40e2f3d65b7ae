import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { onTick } from '@/components/shared/use-now'
import { Icon } from '@/components/ui/icon'
import { DAY_LIST, endOfBar } from './place-day'

/** A way back to now, for as long as it is out of sight. @param listed changes whenever other rows are listed */
export function BackToNow({ listed }: { listed: unknown }) {
  const t = useTranslations('schedule')
  const away = useAwayFromNow(listed)
  if (!away) return null
  return (
    <button
      type="button"
      onClick={scrollToNow}
      className={
        // On a narrow screen it stands beside the round button for a note, not below it.
        'fixed inset-x-0 bottom-20 z-10 mx-auto inline-flex min-h-11 w-fit items-center gap-1 rounded-full ' +
        'max-lg:max-w-[calc(100vw-11rem)] max-[24rem]:ml-4 max-[24rem]:max-w-[calc(100vw-6.5rem)] ' +
        'bg-accent pl-4 pr-3 text-sm font-semibold text-on-accent shadow-lg lg:bottom-6'
      }
    >
      {t('toNow')}
      <Icon name="chevron" className={`size-5 ${away === 'above' ? 'rotate-180' : ''}`} />
    </button>
  )
}

/** Where the line at now is, once it is out of sight; null: in sight, or this is not today. */
function useAwayFromNow(listed: unknown): 'above' | 'below' | null {
  const [away, setAway] = useState<'above' | 'below' | null>(null)
  useEffect(() => {
    const bar = endOfBar()
    const observer = new IntersectionObserver(
      (entries) => {
        // A page that was busy hears of several moments at once: the last is how it is.
        const entry = entries.at(-1)
        if (entry) setAway(entry.isIntersecting ? null : entry.boundingClientRect.top < bar ? 'above' : 'below')
      },
      { rootMargin: `-${bar}px 0px -56px` },
    )
    let seen: Element | null = null
    const watch = () => {
      const here = slotAtNow()
      if (here === seen) return
      observer.disconnect()
      seen = here
      if (here) observer.observe(here)
      else setAway(null)
    }
    const stop = onTick(watch)
    return () => {
      stop()
      observer.disconnect()
    }
  }, [listed])
  return away
}

function slotAtNow(): Element | null {
  return document.querySelector(`#${DAY_LIST} :is([data-now], [data-now-after])`)
}

function scrollToNow(): void {
  const bar = endOfBar()
  // What is drawn on the way may be higher or lower than it was taken to be.
  for (let turn = 0; turn < 3; turn++) scrollBy(0, (slotAtNow()?.getBoundingClientRect().top ?? bar) - bar)
}
