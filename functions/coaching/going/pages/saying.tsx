import { type Said, type Side, sides } from "../../../../shared/domain/coaching/going.ts"
import { saysAnswers, saysForm } from "../../../../shared/domain/coaching/going-form.ts"
import {
  firstDayOf,
  type Month,
  monthBefore,
  sayUntil,
} from "../../../../shared/domain/coaching/going-month.ts"
import { goings } from "../../../../shared/domain/coaching/going-words.ts"
import { dateWords, monthWords } from "../../../../shared/values/london.ts"
import { goingAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { OnGoing } from "../desk.ts"
import { saidLine } from "./word.tsx"

type OneProps = { c: C; side: Side; month: Month; at: string; last?: Said }

const sayAt = ({ at, month, side }: Pick<OneProps, "at" | "month" | "side">) => `${at}/${month}/${side}`

/** One word by one press; only where it is not on track is more asked. */
const SayOne = ({ c, side, month, at, last }: OneProps) => {
  const here = sayAt({ at, month, side })
  const name = monthWords(firstDayOf(month))
  return (
    <>
      <h2 class="govuk-heading-m">
        How is {name} going?
        <span class="beside">
          The word of {sides[side].words}, until {dateWords(sayUntil(month))}.
        </span>
      </h2>
      <form method="post" action={here} novalidate>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <input type="hidden" name="seen" value="" />
        <ButtonGroup>
          <Button name="says" value="on-track" preventDoubleClick>
            {goings["on-track"]}
          </Button>
          <Button href={`${here}?says=needs-attention`} variant="secondary">
            {goings["needs-attention"]}
          </Button>
          <Button href={`${here}?says=needs-help`} variant="secondary">
            {goings["needs-help"]}
          </Button>
        </ButtonGroup>
      </form>
      {last && last.says !== "on-track" && (
        <form method="post" action={`${here}/same`} novalidate>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="seen" value="" />
          <Button variant="secondary" preventDoubleClick>
            The same as {monthWords(firstDayOf(monthBefore(month)))}: {goings[last.says].toLowerCase()}
          </Button>
        </form>
      )}
    </>
  )
}

/** What can be said now by whoever reads this: the months that are open and have no word of theirs. */
export const SayNow = ({ c, desk: { months, mine, place } }: { c: C; desk: OnGoing }) => {
  const at = goingAt(place.organisation, place.phase)
  const open = months.filter((one) => one.open)
  return (
    <>
      {mine.flatMap((side) =>
        open
          .filter(({ going }) => going?.words[side] === undefined)
          .map(({ id }) => (
            <SayOne
              c={c}
              side={side}
              month={id}
              at={at}
              last={months.find((one) => one.id === monthBefore(id))?.going?.words[side]}
            />
          )),
      )}
    </>
  )
}

type SayProps = { c: C; side: Side; month: Month; said?: Said; chosen?: string; tried?: Tried }

/** The page on which somebody says that it needs attention or help, or changes what their side has said. */
export const SayPage = ({ c, side, month, said, chosen, tried }: SayProps) => {
  const { organisation, phase, name } = placeHere(c)
  const at = goingAt(organisation, phase)
  const here = sayAt({ at, month, side })
  const section = saysForm(month)
  const clash = tried?.refusal === "changed by someone else"
  const seen = (!clash && tried?.entries.seen) || (said?.at ?? "")
  return (
    <FormPage
      c={c}
      section={section}
      action={here}
      back={{ href: at, text: "How it is going" }}
      caption={`${name}: the word of ${sides[side].words}`}
      button="Say so"
      entries={{ ...fieldsOf(section, saysAnswers(said)), ...(chosen !== undefined && { says: chosen }) }}
      hidden={{ seen }}
      keyed
      tried={tried}
      before={
        said && (
          <>
            <InsetText>
              {saidLine(said)} It can be changed until {dateWords(sayUntil(month))}; what was said stays in
              the record.
            </InsetText>
            {said.says !== "on-track" && (
              <form method="post" action={here} novalidate>
                <input type="hidden" name="key" value={newKey(c.var.world)} />
                <input type="hidden" name="seen" value={seen} />
                <Button name="says" value="on-track" variant="secondary" preventDoubleClick>
                  It is on track now
                </Button>
              </form>
            )}
          </>
        )
      }
    />
  )
}
