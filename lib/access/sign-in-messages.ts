/** What went wrong, by the code in the sign-in page's `error` parameter. */
const MESSAGES: Record<string, string> = {
  CredentialsSignin: 'The e-mail address or the password is not right.',
  TooManyAttempts: 'There were too many attempts. Wait a few minutes, then try again.',
  NoRole:
    'You are known, but no role of this console was given to you. An administrator can give you one.',
  NotRecorded:
    'Signing in cannot be recorded just now, so it was refused. Try again in a moment; signing out always works.',
  AccessDenied: 'Signing in was refused.',
  OAuthSignin: 'The identity provider could not be reached. Try again in a moment.',
  OAuthCallback: 'The identity provider did not confirm who you are. Try again.',
  Configuration:
    'Signing in is misconfigured. Whoever runs this console finds the reason in its log.',
}

/** The sentence for a sign-in failure; any unknown code has one too, and the code itself is never shown. */
export function signInMessage(code: string): string {
  return MESSAGES[code] ?? 'Signing in did not work. Try again.'
}
