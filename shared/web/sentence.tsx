import { goesOn, type Sentence } from "../domain/submissions/sentence.ts"

/** Whether it has gone, at the top of every page of a submission. Never green unless it is sent. */
export const SentenceOf = ({ sentence }: { sentence: Sentence }) => (
  <div
    class={`govuk-body sentence${sentence.loud === "SENT" ? " sentence--sent" : ""}`}
    data-sentence={sentence.loud}
  >
    <strong>{sentence.loud}</strong>
    {goesOn(sentence.rest) ? sentence.rest : `. ${sentence.rest}`}
  </div>
)
