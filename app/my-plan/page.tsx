/** The app's shortcut to the plan of the conference looked at last on this device. */
export { default } from '../offline/page'
