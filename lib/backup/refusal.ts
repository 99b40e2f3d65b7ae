/** Why a backup or a restore is not done: one sentence for whoever asked for it, and what to do. */
export class InstallationRefusal extends Error {
  override readonly name = 'InstallationRefusal'
}
