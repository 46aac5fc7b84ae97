import { flagForm, mayResolve } from "../../../../shared/domain/selection/flag.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { hereAt } from "../here.ts"

/** What is flagged, each with who raised it, and where it is taken down. */
export const FlagList = ({ c, desk }: { c: C; desk: Free }) => (
  <SummaryList
    rows={desk.one.flags.map((flag) => ({
      key: flag.by.name,
      value: (
        <>
          {flag.because}
          <span class="beside">{stampWords(new Date(flag.at))}</span>
        </>
      ),
      ...(mayResolve(c.var.actor, flag) && {
        actions: [
          {
            href: `${hereAt(desk)}/flags/${flag.id}/resolve`,
            text: "Take down",
            hidden: `the flag of ${flag.by.name}`,
          },
        ],
      }),
    }))}
  />
)

export const FlagsPage = ({ c, desk, tried }: { c: C; desk: Free; tried?: Tried }) => {
  const { one } = desk
  return (
    <FormPage
      c={c}
      section={flagForm}
      action={`${hereAt(desk)}/flags`}
      back={{ href: hereAt(desk), text: one.name }}
      caption={one.name}
      button="Raise the flag"
      keyed
      tried={tried}
      before={
        one.flags.length > 0 ? <FlagList c={c} desk={desk} /> : <p class="govuk-body">No flag is up.</p>
      }
    />
  )
}
