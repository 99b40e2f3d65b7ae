/** What this browser says of the space that Hallway has on this device. */
export type DeviceSpace = {
  /** True: the browser deletes nothing by itself. Null: it does not say. */
  persisted: boolean | null
  usageBytes: number | null
  quotaBytes: number | null
}

/** Asks the browser now. Over plain http, and in old ones, it says nothing. */
export async function readDeviceSpace(): Promise<DeviceSpace> {
  const storage: StorageManager | undefined = navigator.storage
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null),
    storage?.estimate?.().catch(() => null),
  ])
  return { persisted: persisted ?? null, usageBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null }
}

/**
 * Asks the browser to delete nothing by itself. Some ask the person in turn: to be called when there is something to
 * lose.
 */
export async function keepForGood(): Promise<void> {
  const storage: StorageManager | undefined = navigator.storage
  if (storage?.persist && !(await storage.persisted())) await storage.persist()
}
