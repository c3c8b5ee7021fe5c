/** More conversions without touch than this make the comparison of channels doubtful. */
export const MANY_UNTOUCHED = 0.2;

/** Up to this share of conversions may lack the start of their look-back without a word. */
export const FEW_CUT = 0.05;
