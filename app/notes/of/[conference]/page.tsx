import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { pageAddress } from '@/lib/program/addresses'
import { loadConferenceOf } from '@/lib/schedule/loaders'

const idSchema = z.uuid()

/** My notes of a conference of which a device knows no more than the id. */
export default async function NotesOfPage({ params }: { params: Promise<{ conference: string }> }) {
  const id = idSchema.safeParse((await params).conference)
  if (!id.success) notFound()
  redirect(pageAddress((await loadConferenceOf(id.data)).slug, 'notes'))
}
