/**
 * Of a property that is tried on a few cases only, those of one seed: a test that also asks whether its
 * cases had in them what they are to show would fail by chance. With more of them any seed will do.
 */
export const SHORT_RUNS: { seed?: number } =
  process.env.ENISHI_PROPERTY_RUNS === undefined ? { seed: 3 } : {}
