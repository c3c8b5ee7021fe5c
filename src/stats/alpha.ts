/** `alpha` itself when it is an error rate, 0 < `alpha` < 1; anything else is a bug in the caller. */
export function validAlpha(alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}`);
  return alpha;
}
