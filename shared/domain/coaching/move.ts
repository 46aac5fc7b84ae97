import * as z from "zod"

/** What a line of a coaching record is about. */
export const aboutKinds = ["session", "plan", "action", "going", "rating", "risk", "help", "note"] as const

/** Named on the line itself: its title says no word that somebody wrote. */
export const about = z.object({ kind: z.enum(aboutKinds), id: z.string(), title: z.string() })
export type About = z.infer<typeof about>

/** Everything that can happen in the coaching of a site, in the words of its timeline. */
export const coachingMoves = {
  "plan session": "Planned",
  "replan session": "Moved to another day",
  "cancel session": "Will not take place",
  "hold session": "Held; being written up",
  "share session": "Shared with the site",
  "agree session": "Agreed by the site",
  "agree session with comment": "Agreed by the site, with a comment",
  "comment on session": "Commented on",
  "dispute session": "Disputed by the site",
  "add addendum": "An addendum was added",
  "close session": "Closed",
  "import session": "Taken over from a record kept elsewhere",
  "begin plan": "Begun",
  "propose plan": "Proposed for agreement",
  "comment on plan": "Commented on",
  "agree plan": "Agreed",
  "open plan": "Opened for changes",
  "not agree plan": "Not agreed yet",
  "deal with comment": "A comment was dealt with",
  "reach milestone": "A milestone was reached",
  "move milestone": "A milestone was moved to another day",
  "set action": "Set",
  "carry action": "Carried on",
  "close action": "Done",
  "drop action": "Dropped",
  "say how it goes": "Said how it is going",
  rate: "Rated",
  "answer rating": "The ratings were answered by the site",
  "add risk": "Added",
  "change risk": "Looked at again",
  "close risk": "Closed",
  "ask for help": "Asked the Department for help",
  "ask back": "The Department asked back",
  "say more": "The site said more",
  "answer help": "Answered by the Department",
  "withdraw help": "Taken back by whoever asked",
  "keep note": "A note of the coordinators was kept",
} as const
export type CoachingMove = keyof typeof coachingMoves
