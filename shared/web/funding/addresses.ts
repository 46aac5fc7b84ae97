export const phaseAt = (phase: string) => `/funding/phases/${phase}`
export const accountAt = (phase: string, organisation: string) => `${phaseAt(phase)}/sites/${organisation}`
export const returnAt = (phase: string, organisation: string, reference: string) =>
  `${accountAt(phase, organisation)}/returns/${reference}`
export const paymentAt = (phase: string, organisation: string, number: number) =>
  `${accountAt(phase, organisation)}/payments/${number}`
export const recoveryAt = (phase: string, organisation: string, number: number) =>
  `${accountAt(phase, organisation)}/recoveries/${number}`
export const payerFilesAt = "/funding/payer-files"
export const payerFileAt = (file: string) => `${payerFilesAt}/${file}`
export const paymentsAt = "/funding/payments"
export const recoveriesAt = (phase: string, organisation: string) =>
  `${accountAt(phase, organisation)}/recoveries`
export const reconcileAt = (phase: string, organisation: string) =>
  `${accountAt(phase, organisation)}/reconcile`
export const closeAt = (phase: string, organisation: string) => `${accountAt(phase, organisation)}/close`
export const checkAt = (phase: string, organisation: string, round: string) =>
  `${accountAt(phase, organisation)}/checks/${round}`
export const sampleAt = (phase: string) => `${phaseAt(phase)}/sample`
export const evidenceAt = (organisation: string, phase: string, id: string) =>
  `/funding/evidence/${organisation}/${phase}/${id}`
