import { learningPolicy } from "../people/coaching-policy.ts"
import type { Grant } from "../people/grant.ts"
import type { Member } from "../people/member.ts"

/** A role by which somebody may be listed for other sites: themselves, and nobody else. */
export const listsThemselves = ({ role }: Pick<Grant, "role">) =>
  learningPolicy["list oneself"].includes(role)

/**
 * Whether access that ends earlier takes a person off the list: nothing else that they hold at the site lasts as long
 * as it did, so that what the list knows of its end is not true any more.
 */
export const endsListing = (one: Member, members: readonly Member[], to: string): boolean =>
  listsThemselves(one) &&
  to < one.to &&
  !members.some(
    (other) =>
      other.person === one.person &&
      other.grant !== one.grant &&
      listsThemselves(other) &&
      other.to >= one.to,
  )
