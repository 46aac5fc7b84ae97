import fc from "fast-check"

/** Properties try the same cases in every run. Other cases: FC_SEED=7 npx vitest run test/form */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20170814) })
