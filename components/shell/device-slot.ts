/** The id of the place that a conference's shell keeps for what is wrong with this device's store. */
export const DEVICE_SLOT = 'device'
