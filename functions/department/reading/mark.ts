import { Refused } from "../../../shared/domain/refused.ts"
import { canonical, type Json } from "../../../shared/values/canonical.ts"
import { shortHash } from "../../../shared/values/hash.ts"

/** What stands somewhere, as a mark: a page sends back the mark of what it showed. */
export const markOf = (stands: Json | undefined) => (stands === undefined ? "" : shortHash(canonical(stands)))

/**
 * Whether there is anything to save. Refused where something was saved after the page was opened that it does not show:
 * nobody's words are written over unread. Without a mark, what stands there is replaced.
 */
export const isChange = (stands: Json | undefined, wanted: Json | undefined, seen: string | undefined) => {
  if (markOf(stands) === markOf(wanted)) return false
  if (seen !== undefined && seen !== markOf(stands))
    throw new Refused("changed by someone else", {
      says: "This was changed in another place after you opened the page. Nothing of yours was saved yet. Read what stands there now, then save yours again if you want it to count.",
    })
  return true
}
