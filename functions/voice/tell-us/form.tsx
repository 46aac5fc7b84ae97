import { askedByKey, wordsKey } from "../../../shared/domain/evaluation/answers/form.ts"
import {
  type AnswerQuestion,
  answerQuestions,
  askedBy,
  asksWhoHelped,
} from "../../../shared/domain/evaluation/answers/questions.ts"
import type { Asking as Wave } from "../../../shared/domain/evaluation/answers/wave.ts"
import type { Details } from "../../../shared/domain/refused.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { tellUsAt } from "../../../shared/web/evaluation/addresses.ts"
import { Drawn, isDrawing } from "../../../shared/web/evaluation/pictures.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Checkboxes } from "../../../shared/web/govuk/checkboxes.tsx"
import { Radios } from "../../../shared/web/govuk/radios.tsx"
import { Textarea } from "../../../shared/web/govuk/textarea.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { EasyShell, Ideas } from "../easy/page.tsx"
import { before } from "./words.ts"

type Tried = { entries: Entries; problems: Problem[]; asks?: Details["asks"] }
type Props = { c: Asking; one: Wave; secret: string; tried?: Tried }

/** The questions of one wave, on one page. What was typed stays when something is wrong with it. */
export const TellUsPage = ({ c, one, secret, tried }: Props) => {
  const { entries = {}, problems = [], asks = [] } = tried ?? {}
  const errors = problems.map(({ question, says }) => ({ text: says, href: `#${question}` }))
  const wrong = (name: string) => problems.find(({ question }) => question === name)?.says
  return (
    <EasyShell c={c} title="Tell us now" errors={errors}>
      <Ideas ideas={before[one.group]} />
      <form method="post" action={tellUsAt(secret)} novalidate>
        <input type="hidden" name="key" value={entries.key ?? newKey(c.var.world)} />
        {answerQuestions[one.group].map((question) => (
          <Asked question={question} entries={entries} wrong={wrong} />
        ))}
        {asksWhoHelped(one.group) && (
          <Radios
            idPrefix={askedByKey}
            name={askedByKey}
            fieldset={{ legend: { text: "Who helped with this form?", size: "m" } }}
            errorMessage={wrong(askedByKey)}
            items={Object.entries(askedBy).map(([value, { words }]) => ({ value, text: words }))}
            {...(entries[askedByKey] && { value: entries[askedByKey] })}
          />
        )}
        <Stays entries={entries} asks={asks} />
        <Button preventDoubleClick>Send</Button>
      </form>
    </EasyShell>
  )
}

type AskedProps = {
  question: AnswerQuestion
  entries: Entries
  wrong: (name: string) => string | undefined
}

const Asked = ({ question: { id, asks, hint, options, says }, entries, wrong }: AskedProps) => (
  <>
    <Radios
      idPrefix={id}
      name={id}
      fieldset={{ legend: { text: asks, size: "m" } }}
      errorMessage={wrong(id)}
      items={Object.entries(options).map(([value, text]) => ({
        value,
        text: isDrawing(value) ? (
          <>
            <Drawn name={value} size="small" />
            {text}
          </>
        ) : (
          text
        ),
      }))}
      {...(hint && { hint })}
      {...(entries[id] && { value: entries[id] })}
    />
    {says && (
      <Textarea
        id={wordsKey(id)}
        name={wordsKey(id)}
        label={{ text: says, size: "s" }}
        hint="Use your own words. Please write no names."
        rows={4}
        errorMessage={wrong(wordsKey(id))}
        {...(entries[wordsKey(id)] && { value: entries[wordsKey(id)] })}
      />
    )}
  </>
)

/** Something that looks like a name is asked about once. */
const Stays = ({ entries, asks }: { entries: Entries; asks: NonNullable<Details["asks"]> }) => (
  <>
    {staysIn(entries)
      .filter((mark) => asks.every((one) => one.mark !== mark))
      .map((mark) => (
        <input type="hidden" name="stays" value={mark} />
      ))}
    {asks.length > 0 && (
      <Checkboxes
        idPrefix="stays"
        name="stays"
        fieldset={{ legend: { text: "Change your words, or keep them", size: "m" } }}
        items={asks.map(({ mark, says }) => ({
          value: mark,
          text: `Keep it. Nobody can tell who I am. (${says})`,
        }))}
      />
    )}
  </>
)
