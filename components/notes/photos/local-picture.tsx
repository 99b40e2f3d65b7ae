import type { ComponentProps } from 'react'

/**
 * A picture of this device's own, at an address that only this page knows: nothing that a server could make smaller.
 */
export function LocalPicture({ alt, ...rest }: ComponentProps<'img'> & { alt: string }) {
  // oxlint-disable-next-line nextjs/no-img-element
  return <img alt={alt} {...rest} />
}
