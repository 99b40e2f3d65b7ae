import { useTranslations } from 'next-intl'
import '@/public/code.css'
import { usePreview } from './use-preview'

const looks =
  'grid content-start gap-3 leading-relaxed [&_a]:text-accent [&_a]:underline [&_blockquote]:border-l-4 ' +
  '[&_blockquote]:border-edge [&_blockquote]:pl-3 [&_code]:break-words [&_figcaption]:text-sm ' +
  '[&_figcaption]:text-muted [&_h2]:pt-2 [&_h2]:text-xl [&_h2]:font-semibold [&_h3]:text-lg [&_h3]:font-semibold ' +
  '[&_img]:h-auto [&_img]:max-w-full [&_ol]:list-decimal [&_ol]:pl-6 [&_pre]:overflow-x-auto [&_pre]:rounded-lg ' +
  '[&_pre]:bg-sunken [&_pre]:p-3 [&_table]:block [&_table]:overflow-x-auto [&_td]:border [&_td]:border-line ' +
  '[&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_ul]:list-disc [&_ul]:pl-6'

/** What the public would see of the text as it is now. */
export function RecapPreview({ id, text }: { id: string; text: string }) {
  const t = useTranslations('recaps')
  const { html, failed } = usePreview(id, text, true)
  return (
    <section
      aria-label={t('preview')}
      tabIndex={0}
      className="min-w-0 xl:max-h-[80dvh] xl:overflow-y-auto xl:rounded-lg xl:border xl:border-line xl:p-4"
    >
      <p role="status" className="pb-2 text-sm text-muted empty:hidden">
        {failed ? t('previewFailed') : html === null ? t('previewComing') : ''}
      </p>
      {/* Made safe on the server by lib/recaps/server/render.ts: the public page is made of the same. */}
      <div dir="auto" className={looks} dangerouslySetInnerHTML={{ __html: html ?? '' }} />
    </section>
  )
}
