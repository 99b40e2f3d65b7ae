import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { useIsLive } from '@/components/ui/use-is-live'
import { pointIn, type PlanPoint } from '@/lib/program/building/plan-point'

type Props = {
  floor: { width: number; height: number }
  /** Undefined: it is not here. */ src: string | undefined
  words: { plan: string; zoomIn: string; zoomOut: string; /** Its picture cannot be had. */ missing: string }
  /** The drawn picture, for whoever has to know where a point of the window lies on it. */
  surface?: RefObject<HTMLDivElement | null>
  onPoint?: ((point: PlanPoint) => void) | undefined
  children: ReactNode
}

const ZOOMS = [1, 1.5, 2.25, 3.4] as const

/**
 * The plan of a floor with what stands on it. It fits the screen, and grows by its buttons: then it scrolls in its
 * frame. The page can be pinched over it as anywhere.
 */
export function PlanStage({ floor: { width, height }, src, words, surface, onPoint, children }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(0)
  const before = useRef({ x: 0.5, y: 0.5 })
  // Places are styles, which a page that comes from the server may not hold.
  const isLive = useIsLive()
  const turn = (to: number) => {
    if (region.current) before.current = middleOf(region.current)
    setZoom(to)
  }
  useLayoutEffect(() => {
    if (region.current) scrollToMiddle(region.current, before.current)
  }, [zoom])
  const picture = usePicture(src)
  const scale = ZOOMS[zoom] ?? 1
  if (!isLive) return <div className="h-80 rounded-lg border border-line bg-sunken" />
  return (
    <div className="grid gap-1">
      <div
        ref={region}
        role="region"
        aria-label={words.plan}
        tabIndex={0}
        data-plan
        className="max-h-[70dvh] overflow-auto rounded-lg border border-line bg-sunken"
      >
        <div
          ref={surface}
          className="@container relative mx-auto overflow-hidden"
          style={{
            width: `calc(${scale} * min(100%, ${(70 * width) / height}dvh))`,
            aspectRatio: `${width} / ${height}`,
          }}
          onClick={({ clientX, clientY, currentTarget }) => {
            const point = pointIn(currentTarget.getBoundingClientRect(), { x: clientX, y: clientY })
            if (point) onPoint?.(point)
          }}
        >
          {/* The ground of what stands on it. */}
          <div
            data-picture={picture}
            style={picture === 'here' ? { backgroundImage: `url("${src}")` } : {}}
            className="absolute inset-0 bg-[length:100%_100%] dark:brightness-75"
          />
          {children}
        </div>
      </div>
      {picture === 'missing' ? <p role="status">{words.missing}</p> : null}
      <div className="flex justify-end gap-2">
        <Button disabled={zoom === 0} onClick={() => turn(zoom - 1)}>
          {words.zoomOut}
        </Button>
        <Button disabled={zoom === ZOOMS.length - 1} onClick={() => turn(zoom + 1)}>
          {words.zoomIn}
        </Button>
      </div>
    </div>
  )
}

function usePicture(src: string | undefined): 'coming' | 'here' | 'missing' {
  const [loaded, setLoaded] = useState<{ src: string; isHere: boolean } | null>(null)
  useEffect(() => {
    if (!src) return undefined
    const image = new Image()
    image.onload = () => setLoaded({ src, isHere: true })
    image.onerror = () => setLoaded({ src, isHere: false })
    image.src = src
    return () => {
      image.onload = null
      image.onerror = null
    }
  }, [src])
  if (!loaded || loaded.src !== src) return 'coming'
  return loaded.isHere ? 'here' : 'missing'
}

/** Which point of the plan is in the middle of its frame. */
function middleOf(region: HTMLElement): PlanPoint {
  return {
    x: (region.scrollLeft + region.clientWidth / 2) / region.scrollWidth,
    y: (region.scrollTop + region.clientHeight / 2) / region.scrollHeight,
  }
}

function scrollToMiddle(region: HTMLElement, { x, y }: PlanPoint): void {
  region.scrollTo({
    left: x * region.scrollWidth - region.clientWidth / 2,
    top: y * region.scrollHeight - region.clientHeight / 2,
  })
}
