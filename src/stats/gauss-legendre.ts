/** Points and weights of a rule: ∫ f is about Σ weights[i]·f(nodes[i]). */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Legendre rule of `count` points on [−1, 1], exact for polynomials of degree 2·count − 1. The nodes
 * are the roots of the Legendre polynomial, by Newton's method from their asymptotic places.
 */
export function gaussLegendre(count: number): Quadrature {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; ++i) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let step = 1; Math.abs(step) > 1e-15;) {
      const { value, slope } = legendre(count, x);
      step = value / slope;
      x -= step;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * legendre(count, x).slope ** 2);
  }
  return { nodes, weights };
}

const RULE = gaussLegendre(16);

/** The rule of 16 points on each of `count` equal pieces of [a, b]. */
export function pieces(a: number, b: number, count: number): Quadrature {
  const half = (b - a) / count / 2;
  const nodes = new Float64Array(count * RULE.nodes.length);
  const weights = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; ++i) {
    const piece = Math.floor(i / RULE.nodes.length);
    const point = i % RULE.nodes.length;
    nodes[i] = a + half * (2 * piece + 1 + RULE.nodes[point]!);
    weights[i] = half * RULE.weights[point]!;
  }
  return { nodes, weights };
}

/**
 * Weights for the integrals from −1 to each node of a rule on [−1, 1]: row i of the result, applied
 * to values at the nodes, gives ∫ f from −1 to nodes[i].
 */
export function cumulativeWeights({ nodes, weights }: Quadrature): readonly Float64Array[] {
  const polynomials = [...nodes].map((x) => legendreUpTo(nodes.length, x));
  return polynomials.map((at, i) =>
    weights.map((weight, j) => {
      let sum = (nodes[i]! + 1) / 2;
      for (let k = 1; k < nodes.length; ++k) {
        sum += (polynomials[j]![k]! * (at[k + 1]! - at[k - 1]!)) / 2;
      }
      return weight * sum;
    }),
  );
}

/** The Legendre polynomial of a degree and its derivative at x, −1 < x < 1. */
function legendre(degree: number, x: number) {
  const values = legendreUpTo(degree, x);
  const value = values[degree]!;
  return { value, slope: (degree * (x * value - values[degree - 1]!)) / (x * x - 1) };
}

/** The Legendre polynomials of degree 0 to `degree` at x. */
function legendreUpTo(degree: number, x: number): Float64Array {
  const values = new Float64Array(degree + 1);
  values[0] = 1;
  values[1] = x;
  for (let k = 2; k <= degree; ++k) {
    values[k] = ((2 * k - 1) * x * values[k - 1]! - (k - 1) * values[k - 2]!) / k;
  }
  return values;
}
