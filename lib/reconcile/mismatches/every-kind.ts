import { attributeDiffers } from './attribute-differs'
import type { FindMismatches } from './comparison'
import { endpointClaims } from './endpoint-claims'
import { endpointSilent } from './endpoint-silent'
import { endpointWithoutOwner } from './endpoint-without-owner'
import { hrRowMatchesSeveral } from './hr-row-matches-several'
import { joinedWithoutEndpoint } from './joined-without-endpoint'
import { leftCanLogIn } from './left-can-log-in'
import { leftStillRecorded } from './left-still-recorded'
import { missingInFocus } from './missing-in-focus'
import { notInHr } from './not-in-hr'
import { privilegedUserNotInHr } from './privileged-user-not-in-hr'
import { retention } from './retention'
import { severalHrRowsMatch } from './several-hr-rows-match'
import { userWithoutPerson } from './user-without-person'

/** Every kind, the more telling before those that would say the same with less. */
export const EVERY_KIND: readonly FindMismatches[] = [
  hrRowMatchesSeveral,
  severalHrRowsMatch,
  endpointClaims,
  endpointWithoutOwner,
  leftStillRecorded,
  leftCanLogIn,
  joinedWithoutEndpoint,
  privilegedUserNotInHr,
  userWithoutPerson,
  missingInFocus,
  notInHr,
  retention,
  attributeDiffers,
  endpointSilent,
]
