import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { DevicePlace } from '@/components/shell/device-place'
import { PlainHeader } from './plain-header'

/**
 * The top of a page that belongs to no conference and shows or keeps what is on this device: it says what is wrong with
 * that.
 */
export async function DeviceHeader() {
  const { device } = await getMessages()
  return (
    <>
      <PlainHeader />
      <NextIntlClientProvider messages={{ device }}>
        <DevicePlace />
      </NextIntlClientProvider>
    </>
  )
}
