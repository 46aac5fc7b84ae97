/**
 * The life of a record: from each state, by a named move, to the next. What is not written here
 * cannot happen. Signatures are not states: see `signature.ts`.
 */
export const states = ["draft", "waiting", "sent", "withdrawn"] as const
export type State = (typeof states)[number]

/** What each move brings with it, in the words a page uses for its button. */
export const moves = {
  save: { brings: "answers", button: "Save and continue" },
  sign: { brings: "a signature", button: "Confirm" },
  decline: { brings: "a note", button: "Not yet" },
  send: { brings: "nothing", button: "Send" },
  change: { brings: "nothing", button: "Change what you sent" },
  withdraw: { brings: "a note", button: "Withdraw" },
  "ask to be late": { brings: "a note", button: "Ask to be late" },
} as const satisfies Record<
  string,
  { brings: "answers" | "a signature" | "a note" | "nothing"; button: string }
>
export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as Move[]

export type Workflow = Record<State, Partial<Record<Move, State>>>

/**
 * Signed by those who must, then sent. A change to what is signed takes it back to a draft
 * (`save` from waiting stays there only where nothing that is signed changed).
 */
const signedThenSent: Workflow = {
  draft: { save: "draft", sign: "waiting", send: "sent", withdraw: "withdrawn", "ask to be late": "draft" },
  waiting: {
    save: "waiting",
    sign: "waiting",
    decline: "draft",
    send: "sent",
    withdraw: "withdrawn",
    "ask to be late": "waiting",
  },
  sent: { change: "draft", withdraw: "withdrawn" },
  withdrawn: {},
}

/** A return: late until it locks, changed until then, and given up only before it was ever sent. */
const sentWhenDue: Workflow = {
  draft: { save: "draft", sign: "waiting", send: "sent", withdraw: "withdrawn" },
  waiting: { save: "waiting", sign: "waiting", decline: "draft", send: "sent", withdraw: "withdrawn" },
  sent: { change: "draft" },
  withdrawn: {},
}

export const workflows = { "signed then sent": signedThenSent, "sent when due": sentWhenDue }
export type WorkflowName = keyof typeof workflows
