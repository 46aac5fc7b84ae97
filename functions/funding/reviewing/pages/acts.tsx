import { pounds } from "../../../../shared/values/money.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Acts, goesOnWords } from "../../../../shared/web/reviewing/acts.tsx"
import { carriedOn, nextAfter } from "../../../../shared/web/reviewing/desk.ts"
import { Press } from "../../../../shared/web/reviewing/press.tsx"
import { acceptingOf, earlierThan } from "../accepting.ts"
import { hereAt, type OnMoney } from "../desk.ts"
import { inTheWayOf } from "../shown.ts"

type Props = { c: C; desk: OnMoney }

/** What this person may do about it now; and who else does what. */
export const MoneyActs = ({ c, desk }: Props) => {
  const { head, organisation } = desk
  return (
    <Acts
      c={c}
      desk={desk}
      at={hereAt(desk)}
      accepts="The department’s finance people accept it."
      besides={(may) =>
        may("check completeness") &&
        head.review?.checked?.version !== head.version && (
          <Press
            c={c}
            action={`${hereAt(desk)}/check`}
            text="It is complete"
            variant="secondary"
            seen={head.revision}
          />
        )
      }
      accepting={<Accepting c={c} desk={desk} />}
      accepted={`It counts in the account of ${organisation.shortName}. What was wrong is corrected in the next return.`}
    />
  )
}

const Accepting = ({ c, desk }: Props) => {
  const inTheWay = inTheWayOf(desk)
  if (inTheWay !== undefined) return <InsetText>{inTheWay}</InsetText>
  const open = carriedOn(desk).length
  const missing = earlierThan(desk).filter(({ stands }) => stands?.state !== "sent")
  const unchecked = desk.head.review?.checked?.version !== desk.head.version
  return (
    <>
      <h3 class="govuk-heading-s">Accept it</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>{countsFor(desk)}</li>
        {unchecked && <li>No coordinator has said that this version is complete.</li>}
        {open > 0 && <li>{goesOnWords(open, nextAfter(desk)?.title)}</li>}
        {missing.map(({ title }) => (
          <li>{title} is not accepted, and cannot be once this one is.</li>
        ))}
        <li>A payment that waits for it is authorised by another person than you.</li>
      </ul>
      <Press c={c} action={`${hereAt(desk)}/accept`} text="Accept" seen={desk.head.revision} />
    </>
  )
}

const countsFor = (desk: OnMoney) => {
  const accepting = acceptingOf(desk)
  if (accepting.verb === "accept statement") {
    const used = Object.values(accepting.given.used).reduce((sum, one) => sum + one, 0)
    return `${pounds(used)} counts as used, and ${pounds(accepting.given.unspent)} as unspent.`
  }
  const { spent, corrections, forecast } = accepting.given.posting
  const sum = (all: readonly { amount: number }[]) => all.reduce((total, { amount }) => total + amount, 0)
  const corrected = corrections.length > 0 ? ` with corrections of ${pounds(sum(corrections))},` : ""
  return `${pounds(sum(spent))} counts as spent,${corrected} and ${pounds(sum(forecast))} as still expected.`
}
