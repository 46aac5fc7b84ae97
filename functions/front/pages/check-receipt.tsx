import type { Sent } from "../../../shared/domain/submissions/sent.ts"
import { momentWords } from "../../../shared/values/london.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import type { Asking } from "../../../shared/web/env.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Details } from "../../../shared/web/govuk/details.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { FileUpload } from "../../../shared/web/govuk/file-upload.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { Checked } from "../check-receipt.ts"

type Props = { c: Asking; reference?: string; code?: string; result?: Checked }

/** For anybody who holds a receipt: is it one of ours, and is it unchanged? */
export const CheckReceiptPage = ({ c, reference = "", code = "", result }: Props) => {
  const problems = result && "problems" in result ? result.problems : []
  const wrong = (question: string) => problems.find((one) => one.question === question)?.says
  return (
    <Page c={c} title="Check a receipt" wrong={problems.length > 0}>
      {problems.length > 0 && (
        <ErrorSummary errors={problems.map(({ question, says }) => ({ text: says, href: `#${question}` }))} />
      )}
      <h1 class="govuk-heading-l">Check a receipt</h1>
      {result && "genuine" in result && <Result result={result} />}
      <p class="govuk-body">
        Choose the receipt file that was downloaded, or type the reference and the check code in it. No
        account is needed.
      </p>
      <form method="post" action="/check-a-receipt" enctype="multipart/form-data" novalidate>
        <FileUpload
          id="file"
          name="file"
          label={{ text: "The receipt file", size: "s" }}
          hint="A web page (.html). It is not kept."
          accept=".html,text/html"
          errorMessage={wrong("file")}
        />
        <h2 class="govuk-heading-s">Or type them</h2>
        <Input
          id="reference"
          name="reference"
          label={{ text: "Reference" }}
          hint="For example, NSW2-HAL-E-7K3PQ4"
          value={reference}
          errorMessage={wrong("reference")}
          spellcheck={false}
          width={20}
        />
        <Input
          id="code"
          name="code"
          label={{ text: "Check code" }}
          hint="64 figures and letters, in the receipt file"
          value={code}
          errorMessage={wrong("code")}
          spellcheck={false}
        />
        <Button>Check</Button>
      </form>
    </Page>
  )
}

const Result = ({ result }: { result: Exclude<Checked, { problems: unknown }> }) =>
  result.genuine && result.altered ? (
    <div class="two-texts" data-genuine="no" role="status">
      <h2 class="govuk-heading-m">This file was changed</h2>
      <p class="govuk-body">
        The box at the end of it is genuine: it is version {result.version} of {result.reference}, sent at{" "}
        {momentWords(new Date(result.at))}. What stands above the box is not as we write it today: do not rely
        on it. What was really sent is below.
      </p>
      {result.said && <WhatWasSent said={result.said} />}
    </div>
  ) : result.genuine ? (
    <div class="two-texts" data-genuine="yes" role="status">
      <h2 class="govuk-heading-m">Genuine</h2>
      <p class="govuk-body">
        Version {result.version} of {result.reference} was sent with exactly these words, at{" "}
        {momentWords(new Date(result.at))}.
      </p>
      {result.said && <WhatWasSent said={result.said} />}
    </div>
  ) : (
    <div class="two-texts" data-genuine="no" role="status">
      <h2 class="govuk-heading-m">Not genuine</h2>
      <p class="govuk-body">
        Nothing was sent as {result.reference} with this check code. If the file was opened and saved by
        another program, it may have been changed: try the reference and the check code.
      </p>
    </div>
  )

/** From the file that was chosen, back to whoever chose it: nothing is shown that they do not hold. */
const WhatWasSent = ({ said }: { said: Sent }) => (
  <Details summary="What was sent">
    {said.sections.map(({ title, questions }) => (
      <>
        <h3 class="govuk-heading-s">{title}</h3>
        {questions.map(({ label, words }) => (
          <>
            <p class="govuk-body">
              <strong>{label}</strong>
            </p>
            <AnswerWords words={words} />
          </>
        ))}
      </>
    ))}
  </Details>
)
