import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { settleBidi } from '@/lib/platform/bidi'
import type { RecapDraft } from '@/lib/recaps/draft'
import '@/public/code.css'
import { usePreview } from './use-preview'

const looks =
  'grid content-start gap-3 leading-relaxed [&_a]:text-accent [&_a]:underline [&_blockquote]:border-l-4 ' +
  '[&_blockquote]:border-edge [&_blockquote]:pl-3 [&_code]:break-words [&_figcaption]:text-sm ' +
  '[&_figcaption]:text-muted [&_h2]:pt-2 [&_h2]:text-xl [&_h2]:font-semibold [&_h3]:text-lg [&_h3]:font-semibold ' +
  '[&_h2_a]:text-ink [&_h3_a]:text-ink [&_h4_a]:text-ink [&_img]:h-auto [&_img]:max-w-full ' +
  '[&_img]:rounded-lg [&_ol]:list-decimal [&_ol]:pl-6 [&_pre]:overflow-x-auto ' +
  '[&_pre]:rounded-lg [&_pre]:bg-sunken [&_pre]:p-3 [&_table]:block [&_table]:overflow-x-auto [&_td]:border ' +
  '[&_td]:border-line [&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_ul]:list-disc [&_ul]:pl-6'

type Props = {
  id: string
  draft: RecapDraft
  author: string | null
  /** Where the public may know of it. */ conference: string | null
  isShown: boolean
}

/** The page as the public would see it, were it published now. */
export function SeePane({ id, draft, author, conference, isShown }: Props) {
  const t = useTranslations('recaps')
  const { html, failed } = usePreview(id, draft.text, isShown)
  return (
    <section
      aria-label={t('preview')}
      tabIndex={0}
      className={
        `${isShown ? '' : 'hidden lg:block'} min-w-0 py-2 lg:min-h-0 lg:overflow-y-auto lg:rounded-lg lg:border ` +
        'lg:border-line lg:px-6 lg:py-4'
      }
    >
      <article lang={draft.language} className="mx-auto grid max-w-[42rem] grid-cols-[minmax(0,1fr)] gap-3">
        <p dir="auto" className="text-3xl font-bold leading-tight tracking-tight">
          {settleBidi(draft.title)}
        </p>
        <p className="text-sm text-muted">
          <Facts of={[author, conference]} />
        </p>
        {draft.summary.trim() ? (
          <p dir="auto" className="text-lg">
            {settleBidi(draft.summary)}
          </p>
        ) : null}
        {draft.coverId ? (
          // My own picture from this server: nothing to make smaller on the way.
          // oxlint-disable-next-line nextjs/no-img-element
          <img src={`/api/v1/photos/${draft.coverId}`} alt="" className="h-auto max-w-full rounded-lg" />
        ) : null}
        <p role="status" className="text-sm text-muted empty:hidden">
          {failed
            ? t('previewFailed')
            : html === null
              ? t('previewComing')
              : draft.text.trim()
                ? ''
                : t('nothingToSee')}
        </p>
        {/* Made safe on the server by lib/recaps/server/render.ts: the public page is made of the same. */}
        <div dir="auto" className={looks} dangerouslySetInnerHTML={{ __html: html ?? '' }} />
      </article>
    </section>
  )
}
