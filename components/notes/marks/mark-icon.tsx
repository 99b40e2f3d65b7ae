import { IconOfPath } from '@/components/ui/icon'
import type { CountedKind } from '@/lib/notes/mark-counts'

const paths: Record<CountedKind | 'photo', string> = {
  quote: 'M10 7H5v6h5V7zM10 13c0 3-2 4-4 4M19 7h-5v6h5V7zM19 13c0 3-2 4-4 4',
  question: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17v.01',
  todo: 'M5 5h14v14H5z',
  done: 'M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  time: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 3.5-6 8-6s8 2 8 6',
  sponsor: 'M4 20V9l8-5 8 5v11zM9 20v-6h6v6',
  photo: 'M4 7h4l2-2.5h4L16 7h4v12H4zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
}

/** The sign of a mark: the same on its button and where marks are counted. */
export function MarkIcon({ kind, className }: { kind: keyof typeof paths; className?: string }) {
  return <IconOfPath path={paths[kind]} className={className} />
}
