import type { Expected } from "../domain/calendar/expected.ts"
import { standsWords } from "../domain/calendar/return-words.ts"
import { expectedStates, stateOf, stateWords } from "../domain/calendar/state.ts"

/** What has become of a return, wherever one is met: the word for it, until when, who has it or what was sent. */
export const StateOf = ({ one, at }: { one: Expected; at: Date }) => {
  const state = stateOf(one, at)
  return (
    <p class="govuk-body" data-state={state}>
      <strong>{state === "missing" ? expectedStates.missing : stateWords(one, at)}.</strong>{" "}
      {standsWords(one, at)}
    </p>
  )
}
