import type { MismatchKind } from '@/lib/reconcile/model'

/** Each kind of mismatch as the list of kinds names it. */
export const KIND_WORDS: Record<MismatchKind, string> = {
  'left-still-recorded': 'Still recorded after leaving',
  'left-can-log-in': 'Can still log in after leaving',
  'joined-without-endpoint': 'Joined, no endpoint',
  'missing-in-focus': 'Missing in Focus',
  'not-in-hr': 'Not in HR',
  'endpoint-without-owner': 'Endpoint without owner',
  'endpoint-shared': 'Endpoint shared by two',
  'number-belongs-to-another': 'HR number is someone else’s',
  'number-reused-after-leaver': 'Number reused after a leaver',
  'default-retention-only': 'Default retention only',
  'wrong-retention': 'Wrong retention group',
  'attribute-differs': 'Name, e-mail or job differs',
  'hr-row-matches-several': 'HR row matches several people',
  'several-hr-rows-match': 'Several HR rows, one person',
  'user-without-person': 'User without a person',
  'privileged-user-not-in-hr': 'Privileged user not in HR',
  'endpoint-silent': 'Silent endpoint',
}
