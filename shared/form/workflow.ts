/**
 * The life of a record: from each state, by a named move, to the next. What is not written here
 * cannot happen. Signatures are not states: see `signature.ts`.
 */
export const states = ["draft", "waiting", "sent", "accepted", "withdrawn"] as const
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
  suggest: { brings: "a figure", button: "Suggest a figure" },
  keep: { brings: "nothing", button: "Leave it" },
  look: { brings: "nothing", button: "Begin to read it" },
  "check completeness": { brings: "nothing", button: "It is complete" },
  ask: { brings: "a question", button: "Ask a question" },
  answer: { brings: "a question", button: "Answer" },
  settle: { brings: "a question", button: "Close the question" },
  "send back": { brings: "sections and a note", button: "Send it back" },
  accept: { brings: "nothing", button: "Accept" },
  reopen: { brings: "sections and a note", button: "Open it again" },
} as const satisfies Record<
  string,
  {
    brings:
      | "answers"
      | "a signature"
      | "a note"
      | "nothing"
      | "a figure"
      | "a question"
      | "sections and a note"
    button: string
  }
>
export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as Move[]

/** What is done about a return after it was sent, where its workflow has it accepted. */
export const reviewing = [
  "suggest",
  "keep",
  "look",
  "check completeness",
  "ask",
  "answer",
  "settle",
  "send back",
  "accept",
  "reopen",
] as const satisfies Move[]
export type Reviewing = (typeof reviewing)[number]

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
  accepted: {},
  withdrawn: {},
}

/** A return: late until it locks, changed until then, and given up only before it was ever sent. */
const sentWhenDue: Workflow = {
  draft: { save: "draft", sign: "waiting", send: "sent", withdraw: "withdrawn" },
  waiting: { save: "waiting", sign: "waiting", decline: "draft", send: "sent", withdraw: "withdrawn" },
  sent: { change: "draft" },
  accepted: {},
  withdrawn: {},
}

/**
 * A return about money: checked, asked about line by line and accepted by the department. What is sent back is a draft
 * again, in the sections that were named; what is accepted changes only when it is opened again.
 */
const sentAndAccepted: Workflow = {
  draft: {
    save: "draft",
    sign: "waiting",
    send: "sent",
    withdraw: "withdrawn",
    keep: "draft",
    answer: "draft",
    settle: "draft",
  },
  waiting: {
    save: "waiting",
    sign: "waiting",
    suggest: "waiting",
    keep: "waiting",
    decline: "draft",
    send: "sent",
    withdraw: "withdrawn",
    answer: "waiting",
    settle: "waiting",
  },
  sent: {
    change: "draft",
    look: "sent",
    "check completeness": "sent",
    ask: "sent",
    answer: "sent",
    settle: "sent",
    "send back": "draft",
    accept: "accepted",
  },
  accepted: { answer: "accepted", settle: "accepted", reopen: "draft" },
  withdrawn: {},
}

export const workflows = {
  "signed then sent": signedThenSent,
  "sent when due": sentWhenDue,
  "sent and accepted": sentAndAccepted,
}
export type WorkflowName = keyof typeof workflows

/** Where a move leads. What was sent once is given up only in a life that lets it be given up once it is sent. */
export const leadsTo = (
  name: WorkflowName,
  { state, version }: { state: State; version: number },
  move: Move,
): State | undefined =>
  move === "withdraw" && version > 0 && !workflows[name].sent.withdraw
    ? undefined
    : workflows[name][state][move]
