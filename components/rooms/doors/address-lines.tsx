import { Fragment } from 'react'

/** An address over as many lines as it takes, each a part of it: browsers break none after a slash by themselves. */
export function AddressLines({ address }: { address: string }) {
  const parts = address.split(/(?<=[^/:]\/)/)
  return parts.map((part, nth) => (
    <Fragment key={nth}>
      {nth > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ))
}
