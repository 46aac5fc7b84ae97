/** An answer in words, its lines kept as they were typed. */
export const AnswerWords = ({ words }: { words: string }) =>
  words === "" ? <span class="govuk-hint">Not answered</span> : <div class="answer">{words}</div>
