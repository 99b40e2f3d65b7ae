import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { FormButton } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'

type Props = {
  /** Of the field in the address, and what is listed. */ name: 'people' | 'conferences'
  label: string
  sought: string
  /** What else is looked for on the page. */ beside: Record<string, string>
  shown: number
  all: number
  /** What else is to be said of all of them. */ besides?: string | undefined
  children: ReactNode
}

/** A list that can be searched, without our code too; it says how much of it is shown. */
export async function FoundList({ name, label, sought, beside, shown, all, besides, children }: Props) {
  const t = await getTranslations('operating')
  return (
    <>
      <form role="search" aria-label={label} className="flex items-end gap-3">
        {Object.entries(beside).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <div className="min-w-0 flex-1">
          <Field label={label} name={name} type="search" defaultValue={sought} />
        </div>
        <FormButton>{t('find')}</FormButton>
      </form>
      <p className="text-sm text-muted">
        <Facts
          of={[
            t(`${sought ? 'found' : 'count'}.${name}`, { count: all }),
            besides,
            shown < all && t('newest', { count: shown }),
          ]}
        />
      </p>
      <ul className="grid">{children}</ul>
    </>
  )
}

/** One of them: its name, what is to be known of it, and what can be done. */
export function FoundRow({
  name,
  facts,
  children,
}: {
  name: ReactNode
  facts: readonly string[]
  children?: ReactNode
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p dir="auto" className="font-medium break-words">
          {name}
        </p>
        <p className="text-sm break-words text-muted">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {children}
    </li>
  )
}
