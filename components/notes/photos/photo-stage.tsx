import { useTranslations } from 'next-intl'
import PhotoSwipe, { type SlideData } from 'photoswipe'
import 'photoswipe/style.css'
import { useEffect, useRef, type RefObject } from 'react'
import { openPictures } from '@/lib/notes/device/photos/open-pictures'
import type { NotePhoto } from '@/lib/notes/device/photos/use-photos'

export type Stage = { turn: (by: 1 | -1) => void; zoom: (by: number) => void }
type Props = {
  /** Those that were there when it was opened. */ photos: readonly NotePhoto[]
  firstId: string
  nameOf: (photo: NotePhoto) => string
  /** What keys do. */ stage: RefObject<Stage | null>
  onTurn: (id: string) => void
  onClose: () => void
}

/**
 * Photos as large as their place, one beside the other: a pinch, two taps, the wheel and keys make them larger, a swipe
 * and arrows lead to the next.
 */
export function PhotoStage({ photos, firstId, nameOf, stage, onTurn, onClose }: Props) {
  const t = useTranslations('notes.photos')
  const place = useRef<HTMLDivElement>(null)
  const given = useRef({ photos, firstId, nameOf, t, onTurn, onClose })
  useEffect(() => {
    given.current = { ...given.current, onTurn, onClose }
  })
  useEffect(() => {
    const { photos: shown, firstId: first, nameOf: name, t: words } = given.current
    if (!place.current) return
    return openStage(place.current, {
      photos: shown,
      first,
      name,
      words: {
        zoom: words('zoom'),
        next: words('next'),
        previous: words('previous'),
        loading: words('loading'),
        away: words('away'),
      },
      stage,
      onTurn: (id) => given.current.onTurn(id),
      onClose: () => given.current.onClose(),
    })
  }, [stage])
  return <div ref={place} className="photo-stage relative min-h-0 grow bg-black" />
}

type Opening = {
  photos: readonly NotePhoto[]
  first: string
  name: (photo: NotePhoto) => string
  words: { zoom: string; next: string; previous: string; loading: string; away: string }
  stage: RefObject<Stage | null>
  onTurn: (id: string) => void
  onClose: () => void
}

/** @returns how to close it */
function openStage(place: HTMLElement, { photos, first, name, words, stage, onTurn, onClose }: Opening): () => void {
  const pictures = openPictures()
  const slides = photos.map((photo): SlideData => ({
    ...(photo.thumbnailUrl ? { src: photo.thumbnailUrl } : { html: said(words.loading) }),
    width: photo.width,
    height: photo.height,
    alt: name(photo),
  }))
  const swipe = new PhotoSwipe({
    dataSource: slides,
    index: Math.max(
      0,
      photos.findIndex(({ id }) => id === first),
    ),
    appendToEl: place,
    getViewportSizeFn: () => ({ x: place.clientWidth, y: place.clientHeight }),
    showHideAnimationType: 'none',
    bgOpacity: 1,
    loop: false,
    wheelToZoom: true,
    secondaryZoomLevel: ({ fit }) => fit * 2.5,
    maxZoomLevel: ({ fit }) => Math.max(fit * 6, 2),
    // The dialog around it has the focus, the keys and the way out.
    trapFocus: false,
    returnFocus: false,
    escKey: false,
    arrowKeys: false,
    close: false,
    zoomTitle: words.zoom,
    arrowNextTitle: words.next,
    arrowPrevTitle: words.previous,
  })
  let isLeft = false
  const seen = new Set<number>()
  const look = async (index: number) => {
    const photo = photos[index]
    if (!photo || seen.has(index)) return
    seen.add(index)
    const src = await pictures.addressOf(photo.id)
    if (isLeft || (src === null && photo.thumbnailUrl)) return
    slides[index] = { ...slides[index], html: src ? undefined : said(words.away), src: src ?? undefined }
    swipe.refreshSlideContent(index)
  }
  swipe.on('change', () => {
    for (const index of [swipe.currIndex, swipe.currIndex + 1, swipe.currIndex - 1]) void look(index)
    const photo = photos[swipe.currIndex]
    if (photo) onTurn(photo.id)
  })
  swipe.on('close', () => isLeft || onClose())
  // What keys do here, the dialog knows.
  swipe.on('keydown', (event) => event.preventDefault())
  swipe.init()
  swipe.element?.removeAttribute('role')
  stage.current = {
    turn: (by) => (by > 0 ? swipe.next() : swipe.prev()),
    zoom: (by) => swipe.zoomTo((swipe.currSlide?.currZoomLevel ?? 1) * by),
  }
  return () => {
    isLeft = true
    stage.current = null
    swipe.destroy()
    pictures.close()
  }
}

function said(words: string): string {
  const line = document.createElement('p')
  line.className = 'photo-words'
  line.textContent = words
  return line.outerHTML
}
