/** The id of the place that a page keeps, from the beginning, for what is wrong with this device's store. */
export const DEVICE_SLOT = 'device'

/** That place. Below a page's header; in sight as long as what stands in it must be. */
export function DeviceSlot() {
  return (
    <div
      id={DEVICE_SLOT}
      className={
        'has-data-pinned:sticky has-data-pinned:top-0 has-data-pinned:z-20 has-data-pinned:bg-ground print:hidden'
      }
    />
  )
}
