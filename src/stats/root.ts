/**
 * Where a continuous, monotone `f` is 0 between `a` and `b`, to the last digits; when `f` has one sign throughout,
 * the end that is nearer to 0.
 *
 * @see Chandrupatla, T. R. (1997). A new hybrid quadratic/bisection algorithm for finding the zero
 *   of a nonlinear function. Advances in Engineering Software 28(3), 145–149.
 */
export function root(f: (x: number) => number, a: number, b: number): number {
  let fa = f(a);
  let fb = f(b);
  if (Math.sign(fa) === Math.sign(fb)) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let c = a;
  let fc = fa;
  let t = 0.5;
  for (;;) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      [c, fc] = [a, fa];
    } else {
      [c, b, fc, fb] = [b, a, fb, fa];
    }
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = (2 * Number.EPSILON * Math.abs(best)) / Math.abs(b - a);
    if (tolerance > 0.5 || fa === 0 || b === a) return best;
    t = Math.min(1 - tolerance, Math.max(tolerance, step(a, fa, b, fb, c, fc)));
  }
}

/** How far from a towards b to look next: by inverse quadratic interpolation where it is safe, else half way. */
function step(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  return (
    (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
  );
}
