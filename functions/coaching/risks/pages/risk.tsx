import { desks } from "../../../../shared/domain/actions/action.ts"
import { isOdd, type Risk, type RiskLook, riskName } from "../../../../shared/domain/coaching/risk.ts"
import { oddWords } from "../../../../shared/domain/coaching/risk-form.ts"
import { proximities, riskCategories } from "../../../../shared/domain/coaching/risk-words.ts"
import { londonDate, stampWords } from "../../../../shared/values/london.ts"
import { ActionList } from "../../../../shared/web/coaching/action-list.tsx"
import { type C, mayHere, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { mayClose } from "../../actions/moves.ts"
import { type OnRisk, registerAt, riskAt } from "../desk.ts"
import { ScoreOf } from "./score.tsx"
import { closedWords, nextWords } from "./words.ts"

/** One risk: where it stands, and how its score moved from look to look for whoever sees the whole. */
export const RiskPage = ({ c, desk }: { c: C; desk: OnRisk }) => {
  const { one } = desk
  const today = londonDate(c.var.world.now())
  const closed = desk.view === "whole" && desk.one.state === "closed"
  return (
    <Page c={c} title={`Risk – ${placeHere(c).name}`} back={{ href: registerAt(c), text: "Risks" }}>
      <span class="govuk-caption-l">
        {placeHere(c).name}, {riskName(one)}
      </span>
      <h1 class="govuk-heading-l">{one.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {closed ? closedWords(desk.one) : `${nextWords(one, today)}.`}
      </p>
      {closed && <p class="govuk-body answer">{desk.one.closings.at(-1)?.because}</p>}
      {isOdd(one) && <WarningText>{oddWords}</WarningText>}
      <SummaryList
        rows={[
          { key: "About", value: riskCategories[one.category] },
          { key: "If nothing is done", value: <ScoreOf score={one.before} /> },
          ...(desk.view === "whole"
            ? [{ key: "What is done", value: <span class="answer">{desk.one.doing ?? "Nothing yet"}</span> }]
            : []),
          { key: "With what is done", value: <ScoreOf score={one.after} /> },
          { key: "Whose it is to look after", value: `${one.owner.who} (${desks[one.owner.side]})` },
          { key: "How soon it may happen", value: proximities[one.proximity] },
        ]}
      />
      {mayHere(c, "keep risks") && (
        <ButtonGroup>
          <Button href={`${riskAt(c, one.id)}/look`}>{closed ? "Open it again" : "Look at it again"}</Button>
          {!closed && (
            <Button href={`${riskAt(c, one.id)}/close`} variant="secondary">
              Close it
            </Button>
          )}
        </ButtonGroup>
      )}
      {desk.view === "whole" && <Whole c={c} desk={desk} />}
    </Page>
  )
}

type WholeProps = { c: C; desk: Extract<OnRisk, { view: "whole" }> }

const Whole = ({ c, desk: { one, looks, actions } }: WholeProps) => (
  <>
    {one.state === "open" &&
      one.closings.map(({ by, at, because }) => (
        <p class="govuk-body">
          {by.name} closed it on {stampWords(new Date(at))}: <span class="answer">{because}</span> It was
          opened again.
        </p>
      ))}
    {actions.length > 0 && <h2 class="govuk-heading-m">What is to be done about it</h2>}
    <ActionList c={c} actions={actions} mayClose={(each) => mayClose(c, each)} />
    <Looks one={one} looks={looks} />
  </>
)

/** Every look, the last one first: how the score moved. */
const Looks = ({ one, looks }: { one: Risk; looks: RiskLook[] }) => (
  <Table
    caption="How it moved, the last look first"
    captionSize="m"
    small
    head={[
      { text: "Looked at" },
      { text: "If nothing is done" },
      { text: "With what is done" },
      { text: "What is done" },
    ]}
    rows={[one, ...looks].map((look) => [
      {
        content: (
          <>
            {stampWords(new Date(look.looked.at))}
            <span class="beside">{look.looked.by.name}</span>
          </>
        ),
      },
      { content: <ScoreOf score={look.before} /> },
      { content: <ScoreOf score={look.after} /> },
      { content: <span class="answer">{look.doing ?? "Nothing yet"}</span> },
    ])}
  />
)
