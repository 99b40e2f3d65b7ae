import type { ListedPhotos } from '@/lib/notes/device/photos/use-list-photos'
import { MarkIcon } from '../marks/mark-icon'
import { LocalPicture } from './local-picture'

/** The first photos of a note, small: one on a phone. Where a picture is not on this device stands the sign of one. */
export function NoteThumbnails({ photos: { first } }: { photos: ListedPhotos }) {
  return (
    <span aria-hidden="true" className="flex shrink-0 gap-1.5">
      {first.map(({ id, url }, index) => (
        <span
          key={id}
          className={
            'size-16 place-items-center overflow-hidden rounded-lg border border-line bg-sunken text-muted ' +
            (index === 0 ? 'grid' : 'hidden sm:grid')
          }
        >
          {url ? (
            <LocalPicture src={url} alt="" className="size-full object-cover" />
          ) : (
            <MarkIcon kind="photo" className="size-6" />
          )}
        </span>
      ))}
    </span>
  )
}
