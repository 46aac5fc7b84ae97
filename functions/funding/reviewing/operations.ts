import type { SignedIn } from "../../../shared/web/env.ts"
import { returnAt } from "../../../shared/web/funding/addresses.ts"
import type { Operation } from "../../../shared/web/operation.ts"
import { moving, reviewOperations, seenRevision } from "../../../shared/web/reviewing/operations.ts"
import { checkCompleteness } from "./moves.ts"
import { returnShape, returnShown } from "./shown.ts"
import { moneyWays } from "./ways.ts"

const tag = "Reviewing returns"
const path = returnAt(":phase", ":organisation", ":reference")

/** What the department does about a return that was sent. */
export const reviewingOperations: Operation<SignedIn>[] = [
  ...reviewOperations({
    ways: moneyWays,
    path,
    tag,
    ids: {
      read: "readReturnForReview",
      compare: "compareReturn",
      look: "lookAtReturn",
      ask: "askAboutReturn",
      settle: "settleFigureQuestion",
      sendBack: "sendReturnBack",
      accept: "acceptReturn",
      reopen: "reopenReturn",
    },
    summaries: {
      accept: "Accept a return: its figures count in the account of the site",
      reopen: "Open an accepted return again: until it is accepted again it counts for nothing",
    },
    gives: returnShape,
    shown: returnShown,
  }),
  moving<SignedIn>(path, tag)(
    "checkReturn",
    "check",
    "Say that a return is complete",
    seenRevision,
    (c, body, key) => checkCompleteness(c, body.revision, key),
  ),
]
