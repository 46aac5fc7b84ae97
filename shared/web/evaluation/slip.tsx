import { type AnswerGroup, willNotSee } from "../../domain/evaluation/answers/groups.ts"
import {
  type AnswerQuestion,
  answerQuestions,
  askedBy,
  asksWhoHelped,
} from "../../domain/evaluation/answers/questions.ts"
import { Drawn, isDrawing } from "./pictures.tsx"

type Props = {
  group: AnswerGroup
  title: string
  /** Where it belongs; a line to write that on where it is not known. */
  code?: string
  until?: string
  address: string
  /** The link that does the same. */
  link?: string
}

/** What a group is asked, on one side of paper, with no place for a name. */
export const Slip = ({ group, title, code, until, address, link }: Props) => (
  <section class="slip">
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="slip__line">
      {willNotSee[group]} We do not ask for your name. You do not have to answer.
      {asksWhoHelped(group) && " Somebody can help you: not your named social worker."}
    </p>
    <ol class="slip__questions">
      {answerQuestions[group].map((question) => (
        <li class="slip__question">
          <Asked question={question} />
        </li>
      ))}
    </ol>
    {asksWhoHelped(group) && (
      <p class="slip__line">
        <strong class="beside">Who helped with this form?</strong>
        {Object.values(askedBy).map(({ words }) => (
          <Tick says={words} />
        ))}
      </p>
    )}
    <p class="slip__line">
      {until && `Please answer until ${until}. `}Send it to: {address}
    </p>
    {link && <p class="slip__line slip__link">Or answer here: {link}</p>}
    <p class="slip__line">
      Code: {code ? <strong>{code}</strong> : <span class="slip__blank" />} Nobody’s name goes on this form.
    </p>
  </section>
)

const Asked = ({ question: { asks, options, says } }: { question: AnswerQuestion }) => (
  <>
    <strong>{asks}</strong>
    <span class="slip__ticks">
      {Object.entries(options).map(([option, words]) => (
        <Tick says={words} drawing={option} />
      ))}
    </span>
    {says && (
      <>
        <div class="write-here" />
        <div class="write-here" />
      </>
    )}
  </>
)

const Tick = ({ says, drawing = "" }: { says: string; drawing?: string }) => (
  <span class="tick-here">
    <span class="box" />
    {isDrawing(drawing) && <Drawn name={drawing} size="small" />}
    {says}
  </span>
)
