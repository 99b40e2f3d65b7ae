import { useTranslations } from 'next-intl'
import { c3navAddress } from '@/lib/program/building/c3nav'
import { placeAddress } from '@/lib/program/building/floor-address'

const look = 'flex min-h-11 w-fit items-center text-accent underline underline-offset-4'

/** Leads to a room in the venue's own c3nav, which knows the way there. */
export function WayLink({ c3nav, slug }: { c3nav: string; slug: string }) {
  const t = useTranslations('rooms.building')
  return (
    <a href={c3navAddress(c3nav, slug)} target="_blank" rel="noreferrer" className={look}>
      {t('c3nav')}
    </a>
  )
}

/** Leads to the plan, opened at a room. */
export function PlaceLink({ conference, room }: { conference: string; room: { slug: string } }) {
  const t = useTranslations('rooms.building')
  return (
    <a href={placeAddress(conference, room)} className={look}>
      {t('onPlan')}
    </a>
  )
}
