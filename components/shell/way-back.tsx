'use client'

import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { pageAddress } from '@/lib/program/addresses'
import { placeAt } from '@/lib/program/pages'

type Props = { words: { back: string; conference: string; conferences: string } }

/** The ways out of a page that has nothing: to where one was, to the conference around it, to all of them. */
export function WayBack({ words }: Props) {
  const place = placeAt(usePathname())
  const isInside = place !== null && place.name !== 'now'
  const cameFrom = useSyncExternalStore(never, hasCome, () => false)
  return (
    <>
      {isInside ? (
        <ButtonLink variant="primary" href={pageAddress(place.slug, 'schedule')}>
          {words.conference}
        </ButtonLink>
      ) : null}
      <ButtonLink variant={isInside ? 'quiet' : 'primary'} href="/">
        {words.conferences}
      </ButtonLink>
      {/* Its place is kept, so that nothing moves when it is known. */}
      <Button className={cameFrom ? '' : 'invisible'} onClick={() => history.back()}>
        {words.back}
      </Button>
    </>
  )
}

function hasCome(): boolean {
  return history.length > 1
}

function never(): () => void {
  return () => undefined
}
