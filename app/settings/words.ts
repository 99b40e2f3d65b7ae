import { getTranslations } from 'next-intl/server'

/** The words of Settings' parts, which know no messages of their own. */
export async function settingsWords() {
  const [t, errors] = [await getTranslations('settings'), await getTranslations('errors')]
  const form = {
    name: t('name'),
    nameHint: t('nameHint'),
    nameWrong: errors('field.name'),
    language: t('language'),
    languageHint: t('languageHint'),
    save: t('save'),
    saving: t('saving'),
    saved: t('saved'),
    failed: errors('failed'),
  }
  const device = {
    signOut: t('signOut'),
    signOutLead: t('signOutLead'),
    signOutEverywhere: t('signOutEverywhere'),
    signOutEverywhereLead: t('signOutEverywhereLead'),
    signingOut: t('signingOut'),
    offline: t('signedOutOffline'),
    failed: errors('failed'),
    stillWaiting: t('stillWaiting'),
    backUp: t('backUp'),
  }
  const deletion = {
    title: t('deleteTitle'),
    lead: t('deleteLead'),
    owned: t('deleteOwned'),
    ownedHow: t('deleteOwnedHow'),
    ownedBlocked: t('deleteOwnedBlocked'),
    withConferences: t('deleteWith'),
    email: t('deleteEmail'),
    wrongEmail: t('deleteWrong'),
    signInAgain: t('deleteSignInAgain'),
    toSignIn: t('deleteToSignIn'),
    submit: t('deleteSubmit'),
    failed: errors('failed'),
    stillWaiting: t('deleteWaiting'),
    backUp: t('backUp'),
  }
  const signIns = {
    title: t('signIns'),
    lead: t('signInsLead'),
    here: t('thisDevice'),
    end: t('endSignIn'),
    sure: t('endSignInSure'),
    keep: t('endSignInKeep'),
    means: t('endSignInMeans'),
    failed: errors('failed'),
  }
  return { form, device, deletion, signIns }
}
