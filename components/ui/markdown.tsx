import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { useMemo } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { readMarkdown } from '@/lib/platform/markdown/markdown'

const looks =
  'grid gap-3 leading-relaxed [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-4 ' +
  '[&_blockquote]:border-l-4 [&_blockquote]:border-edge [&_blockquote]:pl-3 [&_code]:rounded [&_code]:bg-sunken ' +
  '[&_code]:px-1 [&_h2]:text-lg [&_h2]:font-semibold [&_h3]:text-lg [&_h3]:font-semibold [&_h4]:font-semibold ' +
  '[&_h5]:font-semibold [&_h6]:font-semibold [&_ol]:list-decimal [&_ol]:pl-6 [&_pre]:overflow-x-auto ' +
  '[&_pre]:rounded-lg [&_pre]:bg-sunken [&_pre]:p-3 [&_table]:block [&_table]:overflow-x-auto [&_td]:border ' +
  '[&_td]:border-line [&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_ul]:list-disc [&_ul]:pl-6'

type Props = {
  text: string
  /** 2 makes "#" an h3. */ headingShift?: number
  /** Stands above a text that is too much to format, and is shown as it was typed. */ whyAsTyped: string
}

/**
 * Markdown of anybody, shown safely (lib/platform/markdown). Heavy in a browser: load it where it is wanted, by
 * next/dynamic. What only the server draws takes it as it is.
 */
export function Markdown({ text, headingShift = 2, whyAsTyped }: Props) {
  const tree = useMemo(() => readMarkdown(text, { headingShift, whyAsTyped }), [text, headingShift, whyAsTyped])
  return (
    <div dir="auto" className={looks}>
      {toJsxRuntime(tree, { Fragment, jsx, jsxs })}
    </div>
  )
}
