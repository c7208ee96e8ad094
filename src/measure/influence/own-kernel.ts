import { pairOfExposures } from './actor-events.ts'
import { type BackgroundFit, easedBy } from './background.ts'
import { tausWithin } from './choose-kernel.ts'
import { designOf, pushesOf } from './design.ts'
import { type Fitted, fitTheta } from './fit-theta.ts'
import { type Kernel, SHAPES } from './kernel.ts'
import type { LeftOutFit, LeftOutGround } from './left-out.ts'

/** Newton steps that a kernel is tried with: from the fit beside it, more change little. */
const STEPS = 2
/** Neighbours on the grid, by tau and shape: earlier goes with narrower, and later with flatter. */
const NEIGHBOURS = [
  [-1, 1],
  [1, -1],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const
/** Twice the log likelihood that another kernel than the one chosen with equal actors has to add. */
const GAIN_MIN = 4

/**
 * The kernel that outcomes are likeliest under where actors differ. With equal actors, what accounts
 * differ in looks like longer and flatter delays: in feeds with a mean of 1.5 days and shape 2, more than
 * half had 3 days and shape 1. Here actors have multipliers that do not know the outcome at hand, so
 * that likelihoods are those of a prediction and can be compared as they are. Climbs on the grid from
 * `kernel`, aslant too, because from late and flat to early and narrow the way runs so.
 */
export function kernelWhereActorsDiffer(
  found: LeftOutFit,
  {
    sets,
    exposures,
    order,
    features,
  }: Pick<LeftOutGround, 'sets' | 'exposures' | 'order' | 'features'>,
  kernel: BackgroundFit,
  windowDays: number,
): Required<Kernel> {
  const taus = tausWithin(windowDays)
  const pairOf = pairOfExposures(exposures, order)
  let best: { kernel: Required<Kernel>; fitted: Fitted } = { kernel, fitted: found }
  let place = {
    tau: taus.indexOf(kernel.tauDays),
    shape: (SHAPES as readonly number[]).indexOf(kernel.shape),
  }
  const tried = new Set([place.shape * taus.length + place.tau])
  const tryAt = (tau: number, shape: number) => {
    const [tauDays, shapeHere] = [taus[tau], SHAPES[shape]]
    const at = shape * taus.length + tau
    if (tauDays === undefined || shapeHere === undefined || tried.has(at)) return
    tried.add(at)
    const own = { tauDays, shape: shapeHere }
    const push = easedBy(pushesOf(exposures, own), kernel.ease).map(
      (one, x) => one * (found.withoutOutcome[pairOf[x] as number] as number),
    )
    const design = designOf(sets, exposures, push, features, found.mark)
    const fitted = fitTheta(design, best.fitted, false, STEPS)
    if (fitted.logLikelihood <= best.fitted.logLikelihood) return
    best = { kernel: own, fitted }
    place = { tau, shape }
  }
  for (let before = 0; before < tried.size; ) {
    before = tried.size
    const { tau, shape } = place
    for (const [later, narrower] of NEIGHBOURS) tryAt(tau + later, shape + narrower)
  }
  const gain = 2 * (best.fitted.logLikelihood - found.logLikelihood)
  // Totals hang on tau by the step of the grid, and were no nearer where tau alone was another.
  return gain > GAIN_MIN && best.kernel.shape !== kernel.shape ? best.kernel : kernel
}
