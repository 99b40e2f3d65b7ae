'use client'

import { provideDevice } from '@/lib/sync/client/store/device-code'

provideDevice(() => import('@/lib/device'))

/** Says to each page where the code for what this device keeps is; it draws nothing. */
export function DeviceCode() {
  return null
}
