'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'
import { knowsManaged, onManaged } from '@/lib/people/managed'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'

type Props = { slug: string; href: string; word: string; className: string }

/**
 * The way to an organizer's pages, for those who may: as this device knows, and as the server says once the menu that
 * it stands in is opened.
 */
export function ManageLink({ slug, href, word, className }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const viewer = useViewer()
  const may = useSyncExternalStore(
    onManaged,
    () => viewer !== null && knowsManaged(viewer.id, slug),
    () => false,
  )
  useEffect(() => {
    const menu = place.current?.closest('details')
    if (!menu || !viewer) return
    const ask = () => {
      if (menu.open) void import('@/lib/people/ask-managed').then(({ askManaged }) => askManaged())
    }
    menu.addEventListener('toggle', ask)
    return () => menu.removeEventListener('toggle', ask)
  }, [viewer])
  return (
    <span ref={place} className="contents">
      {may ? (
        <a className={className} href={href}>
          {word}
        </a>
      ) : null}
    </span>
  )
}
