'use server'

import type { Outcome } from '@/components/ui/use-action'
import type { BringInPreview } from './bring-in-form'

export async function previewBringInAction(_form: FormData): Promise<Outcome<BringInPreview>> {
  return { ok: false, reason: 'UNAVAILABLE' }
}

export async function applyBringInAction(_form: FormData): Promise<Outcome<{ slug: string }>> {
  return { ok: false, reason: 'UNAVAILABLE' }
}
