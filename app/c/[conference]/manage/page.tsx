import { redirect } from 'next/navigation'
import { pageAddress } from '@/lib/program/addresses'

/** Management begins with where the programme comes from. */
export default async function ManagePage({ params }: { params: Promise<{ conference: string }> }) {
  redirect(pageAddress((await params).conference, 'managed', 'sources'))
}
