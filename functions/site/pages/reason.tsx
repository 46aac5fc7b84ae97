import type { Problem } from "../../../shared/form/question.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { CharacterCount } from "../../../shared/web/govuk/character-count.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C, OnDesk } from "../desk.ts"
import { WhichSections } from "./not-yet.tsx"
import { at, NotNow, SubmissionPage } from "./submission-page.tsx"

/** Moves that take a reason, each on a page of its own. */
export const reasons = {
  withdraw: {
    move: "withdraw",
    title: "Withdraw it",
    says: "It will no longer be read. What was sent, and this reason, stay in its history, and its receipt can still be checked.",
    label: "Why do you withdraw it?",
    button: "Withdraw",
  },
  "ask-to-be-late": {
    move: "ask to be late",
    title: "Ask to be late",
    says: "The chair of the selection panel decides, before any expression of interest is opened. Your reason and the answer are kept. Asking does not send it.",
    label: "Why could it not be sent in time?",
    button: "Ask to be late",
  },
  decline: {
    move: "decline",
    title: "Not yet",
    says: "It goes back to your site lead as a draft, with your reason. Nothing is sent.",
    label: "What should change?",
    button: "Not yet",
  },
} as const
export type Reason = keyof typeof reasons

type Props = {
  c: C
  desk: OnDesk
  reason: Reason
  typed?: string
  /** Which sections were selected. */
  sections?: string[]
  problems?: Problem[]
}

export const ReasonPage = ({ c, desk, reason, typed = "", sections, problems = [] }: Props) => {
  const { move, title, says, label, button } = reasons[reason]
  const withdraws = reason === "withdraw"
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={withdraws ? `Withdraw your ${desk.kind.called}` : title}
      back={{ href: at(desk), text: "All sections" }}
      plain
      wrong={problems.length > 0}
      before={
        problems.length > 0 && (
          <ErrorSummary
            errors={problems.map(({ says, question }) => ({
              text: says,
              href: question === "sections" ? "#sections" : "#note",
            }))}
          />
        )
      }
    >
      {!desk.open.includes(move) ? (
        <NotNow />
      ) : (
        <>
          <p class="govuk-body">
            {says} {withdraws && againWords(desk)}
          </p>
          <form method="post" action={`${at(desk)}/${reason}`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            {reason === "decline" && <WhichSections desk={desk} chosen={sections} problems={problems} />}
            <CharacterCount
              id="note"
              name="note"
              label={{ text: label, size: "s" }}
              hint={
                reason === "decline"
                  ? "Your team can read it."
                  : desk.kind.readBy
                    ? "Your team and the evaluators can read it."
                    : "Your team and the Department can read it."
              }
              maxWords={100}
              rows={4}
              value={typed}
              errorMessage={problems.find(({ question }) => question !== "sections")?.says}
            />
            <Button variant={withdraws ? "warning" : undefined} preventDoubleClick>
              {button}
            </Button>
          </form>
        </>
      )}
    </SubmissionPage>
  )
}

const againWords = ({ kind }: OnDesk) =>
  kind.asked === "in a round"
    ? "You can begin another one until the round closes."
    : "It is still owed: you can begin another one until it can be sent no longer."
