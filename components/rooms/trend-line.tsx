import type { Trend } from '@/lib/rooms/trend'

const [WIDTH, HEIGHT] = [36, 16]
const arrows: Record<Trend['direction'], string> = { rising: '↗', falling: '↘', steady: '→' }

/** The last half hour as a line and an arrow, said in a word to whoever does not see them. */
export function TrendLine({
  trend: { points, direction },
  capacity,
  name,
}: {
  trend: Trend
  capacity: number | null
  name: string
}) {
  const most = Math.max(capacity ?? 0, ...points, 1)
  const line = points
    .map(
      (count, index) =>
        `${((index / (points.length - 1)) * WIDTH).toFixed(1)},${(HEIGHT - (count / most) * HEIGHT).toFixed(1)}`,
    )
    .join(' ')
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-sm leading-none text-muted">
      <svg aria-hidden="true" viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} className="h-4 w-9">
        <polyline points={line} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      </svg>
      <span aria-hidden="true" className="text-base">
        {arrows[direction]}
      </span>
      <span className="sr-only">{name}</span>
    </span>
  )
}
