const moves: Record<string, string> = {
  "take in": "Taken in as the round was opened",
  "let it be late": "Allowed to be late",
  "refuse it late": "Refused to be late",
  "check who can apply": "Said whether they can apply",
  "declare a link": "Said whether there is a link",
  "lift a link": "Lifted a link",
  assign: "Changed who reads it",
  "send scores": "Sent scores",
  "send scores again": "Changed scores and sent them again",
  "give a view": "Said what they think",
  "change a view": "Changed what they think",
  "write plain words": "Wrote it in plain words",
  note: "Wrote a note",
  "raise a flag": "Raised a flag",
  "take a flag down": "Took a flag down",
  "ask the applicant": "Asked the applicant a question",
  moderate: "Settled the scores",
  "write feedback": "Wrote feedback",
  decide: "Recorded a decision",
  seal: "Sealed the letter",
  tell: "Told the applicant",
  "take into the phase": "Taken into the phase",
  "promote the reserve": "Promoted from the reserve list",
}

/** What was done, as it is read. */
export const moveWords = (move: string) => moves[move] ?? move.charAt(0).toUpperCase() + move.slice(1)
