import {
  answeredHelp,
  askedBack,
  type Help,
  isOpen,
  mayWithdraw,
  openBack,
  saidMore,
  withdrawnHelp,
} from "../../../shared/domain/coaching/help.ts"
import {
  answerForm,
  askBackForm,
  sayMoreForm,
  withdrawForm,
} from "../../../shared/domain/coaching/help-forms.ts"
import type { CoachingMove } from "../../../shared/domain/coaching/move.ts"
import type { CoachingRight } from "../../../shared/domain/people/coaching-policy.ts"
import type { Section } from "../../../shared/form/section.ts"

type Who = { person: string; name: string }

/** One thing that can be done about help that was asked for: by whom, with which words, and what it comes to. */
export type HelpStep = {
  right: CoachingRight
  move: CoachingMove
  form: Section
  /** The one answer of its form. */
  field: "says" | "asks" | "because"
  button: string
  /** Whether it can be done as things stand, for the links of its page. */
  open: (one: Help, person: string) => boolean
  does: (one: Help, words: string, by: Who, at: Date) => Help
}

export const helpSteps = {
  answer: {
    right: "answer help",
    move: "answer help",
    form: answerForm,
    field: "says",
    button: "Send the answer",
    open: isOpen,
    does: answeredHelp,
  },
  "ask-back": {
    right: "answer help",
    move: "ask back",
    form: askBackForm,
    field: "asks",
    button: "Ask the site",
    open: (one) => isOpen(one) && !openBack(one),
    does: askedBack,
  },
  "say-more": {
    right: "ask for help",
    move: "say more",
    form: sayMoreForm,
    field: "says",
    button: "Send it to the Department",
    open: (one) => openBack(one) !== undefined,
    does: saidMore,
  },
  withdraw: {
    right: "ask for help",
    move: "withdraw help",
    form: withdrawForm,
    field: "because",
    button: "Take it back",
    open: mayWithdraw,
    does: withdrawnHelp,
  },
} as const satisfies Record<string, HelpStep>
export type HelpStepName = keyof typeof helpSteps
export const helpStepNames = Object.keys(helpSteps) as HelpStepName[]
