import { type Evidence, wasSent } from "../../../shared/domain/funding/evidence.ts"
import { filesWords, kindWords, stateWords } from "../../../shared/domain/funding/evidence-words.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { addingAt, evidencePath, fileAt, takingAwayAt, uploadAt } from "../addresses.ts"
import type { C, Desk } from "../here.ts"
import { MayNotHold } from "./guidance.tsx"

type Props = { c: C; desk: Desk; uploaded?: string }

/** The files of a return: what each is, who added it, and how far it has come. */
export const FilesPage = ({ c, desk, uploaded }: Props) => {
  const { expected, open, mayAdd } = desk
  const { organisation, round, title, stands } = expected
  const files = desk.files.map((one) => asTold(one, uploaded))
  const just = files.find(({ id, state }) => id === uploaded && state === "checking")
  return (
    <Page
      c={c}
      title={`Files that show what was spent – ${title}`}
      back={{ href: `/organisations/${organisation}/returns/${round}`, text: title }}
    >
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Files that show what was spent</h1>
      <p class="govuk-body-l" data-first-line>
        {filesWords(files, { open, sentAt: stands?.sentAt })}
      </p>
      {just && (
        <InsetText>
          We are checking your file: “{just.name}”.{" "}
          <a class="govuk-link" href={evidencePath(organisation, round)}>
            See how far it has come
          </a>
        </InsetText>
      )}
      {files.length > 0 && (
        <Table
          caption="Files"
          head={[{ text: "File" }, { text: "Added by" }, { text: "How far it has come" }]}
          rows={files.map((one) => [
            { content: <What one={one} /> },
            {
              content: (
                <>
                  {one.by.name}
                  <span class="beside">{stampWords(new Date(one.at))}</span>
                </>
              ),
            },
            {
              content: (
                <>
                  {stateWords(one)}
                  {one.warnings.map((says) => (
                    <span class="beside">{says} Save a copy without it, if you wish, and add that.</span>
                  ))}
                  {open && mayAdd && <Acts one={one} sentAt={stands?.sentAt} />}
                </>
              ),
            },
          ])}
        />
      )}
      {open && mayAdd && (
        <>
          <MayNotHold />
          <Button href={addingAt(organisation, round)}>Add a file</Button>
        </>
      )}
      {!open && <p class="govuk-body">The return cannot be changed now, and nor can its files.</p>}
    </Page>
  )
}

/** The store has it from the moment the browser comes back: word of that may come a moment later. */
const asTold = (one: Evidence, uploaded?: string): Evidence =>
  one.id === uploaded && one.state === "waiting" ? { ...one, state: "checking" } : one

const What = ({ one }: { one: Evidence }) => (
  <>
    {one.state === "clean" ? (
      <a class="govuk-link" href={fileAt(one.organisation, one.round, one.id)}>
        {one.name}
      </a>
    ) : (
      one.name
    )}
    <span class="beside">{kindWords(one)}</span>
  </>
)

const Acts = ({ one, sentAt }: { one: Evidence; sentAt?: string }) => (
  <>
    {one.state === "waiting" && (
      <span class="beside">
        <a class="govuk-link" href={uploadAt(one.organisation, one.round, one.id)}>
          Upload it<span class="govuk-visually-hidden">: {one.name}</span>
        </a>
      </span>
    )}
    {!wasSent(one, sentAt) && (
      <span class="beside">
        <a class="govuk-link" href={takingAwayAt(one.organisation, one.round, one.id)}>
          Take it away<span class="govuk-visually-hidden">: {one.name}</span>
        </a>
      </span>
    )}
  </>
)
