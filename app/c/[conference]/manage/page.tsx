import { redirect } from 'next/navigation'

/** Management begins with where the programme comes from. */
export default async function ManagePage({ params }: { params: Promise<{ conference: string }> }) {
  redirect(`/c/${(await params).conference}/manage/sources`)
}
