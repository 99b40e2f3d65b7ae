const paths = {
  now: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  schedule: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  plan: 'M6 4h12v17l-6-4.5L6 21z',
  notes: 'M5 4h14v12l-4 4H5zM15 20v-4h4M9 9h6M9 13h3',
  rooms: 'M5 21V4h10v17M3 21h18M15 8h4v13M11.5 12v1.5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  chevron: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  walk: 'M13 3.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM9 21l2-6-2-3 1-4 3 .5 2 3 3 1M11 15l3 2 1 4M7 12l1-3 2-1.5',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 3.5-6 8-6s8 2 8 6',
} as const

export type IconName = keyof typeof paths

/** A drawn sign, always beside a word or inside something that has a name. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <IconOfPath path={paths[name]} className={className} />
}

/** The same, of a path that only one room has: what every page loads need not hold it. */
export function IconOfPath({ path, className = 'size-6' }: { path: string; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={className}
    >
      <path d={path} />
    </svg>
  )
}
